import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Lines from a person or a pipe, and text that comes in between without spoiling what is being typed. */
export interface Prompt {
  /** The next line; null at the end of the input. */
  next(): Promise<string | null>;
  /** Prints above the line that is being typed. */
  print(text: string): void;
  /** Shows what is going on in front of the prompt; null shows nothing. Only where a person types. */
  status(text: string | null): void;
  /** Asks something on the next line, with a value that a person can change in place; null at the end of the input. */
  ask(question: string, value: string): Promise<string | null>;
  /** Whether the value that `ask` was given stands on the line already; otherwise an empty answer means it. */
  readonly isPrefilled: boolean;
  /** Ends the input; `next` returns null from now on. */
  close(): void;
}

/** Where lines come from, and what is asked while one is typed. */
export interface PromptOptions {
  input: Readable;
  output: Writable;
  /** A person types; otherwise lines come from a pipe, and nothing is drawn but what is printed. */
  isInteractive: boolean;
  complete: (line: string) => Promise<[candidates: string[], replaced: string]>;
  /** Ctrl-C with an empty line; with a typed one it only takes that back. */
  onInterrupt: () => void;
}

const SIGN = '› ';

/** Opens a prompt on two streams. */
export function openPrompt(options: PromptOptions): Prompt {
  const { output, isInteractive } = options;
  const reader = openReader(options);
  const lines = linesOf(reader);
  let status: string | null = null;
  let sign = SIGN;

  const draw = () => {
    if (!isInteractive || lines.isClosed()) return;
    reader.setPrompt(status === null ? sign : `${status} ${sign}`);
    reader.prompt(true);
  };
  const next = () => {
    if (lines.areWaiting()) return lines.next();
    draw();
    return lines.next();
  };

  return {
    next,
    isPrefilled: isInteractive,
    print(text) {
      // Carriage return and "erase to the end of the screen" (ECMA-48) take away the prompt, which is drawn again
      // below.
      output.write(isInteractive && !lines.isClosed() ? `\r\u001b[J${text}\n` : `${text}\n`);
      draw();
    },
    status(text) {
      if (status === text) return;
      status = text;
      draw();
    },
    async ask(question, value) {
      sign = `${question} `;
      try {
        const answer = next();
        if (isInteractive && !lines.isClosed()) reader.write(value);
        return await answer;
      } finally {
        sign = SIGN;
      }
    },
    close: () => reader.close(),
  };
}

function openReader({ input, output, isInteractive, complete, onInterrupt }: PromptOptions): Interface {
  const reader = createInterface({
    input,
    output: isInteractive ? output : undefined,
    terminal: isInteractive,
    prompt: SIGN,
    historySize: isInteractive ? 200 : 0,
    removeHistoryDuplicates: true,
    completer: (line: string, callback: (error: null, result: [string[], string]) => void) => {
      complete(line).then(
        (result) => callback(null, result),
        // Completion is a courtesy: what cannot be suggested now is typed.
        () => callback(null, [[], line]),
      );
    },
  });
  // Whoever reads or writes at the other end is gone: that ends the chat, and nothing else.
  for (const stream of [input, output]) stream.on('error', () => reader.close());
  reader.on('SIGINT', () => {
    if (reader.line === '') onInterrupt();
    else reader.write(null, { ctrl: true, name: 'u' });
  });
  return reader;
}

/** Lines that were read, in their order, for whoever asks, now or later. */
interface Lines {
  /** The next line; null at the end of the input. */
  next(): Promise<string | null>;
  /** Whether `next` has a line at once. */
  areWaiting(): boolean;
  isClosed(): boolean;
}

function linesOf(reader: Interface): Lines {
  const lines: string[] = [];
  const waiting: ((line: string | null) => void)[] = [];
  let isClosed = false;
  reader.on('line', (line) => {
    const waiter = waiting.shift();
    if (waiter === undefined) lines.push(line);
    else waiter(line);
  });
  reader.on('close', () => {
    isClosed = true;
    for (const waiter of waiting.splice(0)) waiter(null);
  });
  return {
    next() {
      const line = lines.shift();
      if (line !== undefined) return Promise.resolve(line);
      return isClosed ? Promise.resolve(null) : new Promise((resolve) => waiting.push(resolve));
    },
    areWaiting: () => lines.length > 0,
    isClosed: () => isClosed,
  };
}
