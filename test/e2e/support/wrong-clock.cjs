// Preloaded (`node --require`) into a process whose clock is to be wrong: KALEIDO_TEST_CLOCK is how far it is off, in
// minutes, and after `@`, if there, how many milliseconds after the start it jumps there. The monotonic clock is right.
const [minutes, after = '0'] = process.env.KALEIDO_TEST_CLOCK.split('@');
const RealDate = Date;
const realNow = Date.now;
const now = () => realNow() + (performance.now() >= Number(after) ? Number(minutes) * 60_000 : 0);
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [now()] : args, self),
  apply: (target) => new target(now()).toString(),
});
RealDate.now = now;
