/** Wire types of protocol buffers (protobuf.dev, "Encoding"). */
const VARINT = 0;
const FIXED_64 = 1;
const BYTES = 2;
const FIXED_32 = 5;

/** One field of an encoded message. */
export interface ProtobufField {
  number: number;
  /** Where the field begins in the message, its key included, and where it ends. */
  start: number;
  end: number;
  /** What a text, bytes or a message hold, in place; empty of a number. */
  content: Uint8Array;
}

/**
 * The fields of an encoded message, in order.
 * @throws RangeError on bytes that are no message
 */
export function protobufFields(message: Uint8Array): ProtobufField[] {
  const fields: ProtobufField[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let scale = 1; at < message.length; scale *= 128) {
      const byte = message[at++]!;
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
    throw new RangeError('Not a protobuf message: it ends inside a number.');
  };
  while (at < message.length) {
    const start = at;
    const key = varint();
    const wire = key % 8;
    let content = message.subarray(at, at);
    if (wire === VARINT) varint();
    else if (wire === FIXED_64) at += 8;
    else if (wire === FIXED_32) at += 4;
    else if (wire === BYTES) {
      const length = varint();
      content = message.subarray(at, at + length);
      at += length;
    } else throw new RangeError(`Not a protobuf message: it has a field of wire type ${wire}.`);
    if (at > message.length) throw new RangeError('Not a protobuf message: it ends inside a field.');
    fields.push({ number: Math.floor(key / 8), start, end: at, content });
  }
  return fields;
}

/** An encoded message of encoded fields. */
export function protobufMessage(...fields: readonly Uint8Array[]): Buffer {
  return Buffer.concat(fields);
}

/** @param value ≥ 0 */
export function numberField(number: number, value: number): Buffer {
  return Buffer.concat([varint((number << 3) | VARINT), varint(value)]);
}

/** A field of bytes or of an encoded message. */
export function bytesField(number: number, content: Uint8Array): Buffer {
  return Buffer.concat([bytesFieldHead(number, content.length), content]);
}

/**
 * What stands before the content of a field of that many bytes: spares copying a large one into the field and the field
 * into a message.
 */
export function bytesFieldHead(number: number, length: number): Buffer {
  return Buffer.concat([varint((number << 3) | BYTES), varint(length)]);
}

/** A field of text, as UTF-8. */
export function textField(number: number, content: string): Buffer {
  return bytesField(number, Buffer.from(content));
}

function varint(value: number): Buffer {
  const groups: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) groups.push((rest % 0x80) | 0x80);
  return Buffer.from([...groups, rest]);
}
