import { describe, expect, it } from 'vitest';
import {
  bytesField,
  numberField,
  protobufFields,
  protobufMessage,
  textField,
} from '../../../../src/engine/runtime/protobuf.js';

describe('protocol buffers', () => {
  it('give back the fields that a message was made of, in order and in place', () => {
    const parts = [
      numberField(1, 300),
      textField(2, 'é'),
      bytesField(40, new Uint8Array(200).fill(7)),
      numberField(1, 0),
    ];
    const message = protobufMessage(...parts);
    const fields = protobufFields(message);
    expect(fields.map(({ number }) => number)).toEqual([1, 2, 40, 1]);
    expect(fields.map(({ start, end }) => Buffer.from(message.subarray(start, end)))).toEqual(parts);
    expect(Buffer.from(fields[1]!.content).toString()).toBe('é');
    expect(fields[2]!.content).toEqual(message.subarray(fields[2]!.end - 200, fields[2]!.end));
    expect(fields[0]!.content).toHaveLength(0);
  });

  it('may hold numbers of fixed size, which are passed over', () => {
    const message = Buffer.from([0x0d, 1, 2, 3, 4, 0x11, 1, 2, 3, 4, 5, 6, 7, 8, 0x18, 5]);
    expect(protobufFields(message).map(({ number, end }) => [number, end])).toEqual([
      [1, 5],
      [2, 14],
      [3, 16],
    ]);
  });

  it.each([
    ['ends inside a text', [0x0a, 5, 1]],
    ['ends inside a number', [0x08, 0x80]],
    ['has a field of an unknown type', [0x0b]],
  ])('refuse what %s', (_, bytes) => {
    expect(() => protobufFields(Uint8Array.from(bytes))).toThrow(RangeError);
  });
});
