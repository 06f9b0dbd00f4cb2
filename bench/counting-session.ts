import type { Session } from '../src/engine/runtime/onnx.js';

/** The same session, counting its passes. */
export function countingSession(session: Session): { counted: Session; passes(): number } {
  let passes = 0;
  const counted: Session = {
    ...session,
    run(inputs, outputs) {
      passes++;
      return session.run(inputs, outputs);
    },
  };
  return { counted, passes: () => passes };
}
