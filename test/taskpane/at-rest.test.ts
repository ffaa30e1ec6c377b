import { restOf } from "../../src/taskpane/at-rest";

/** Time that passes when it is told to. */
const clock = () => {
  let waiting: { readonly until: number; readonly done: () => void }[] = [];
  let now = 0;
  return {
    wait: (milliseconds: number): Promise<void> =>
      new Promise((done) => waiting.push({ until: now + milliseconds, done })),
    pass: async (milliseconds: number): Promise<void> => {
      for (let step = 0; step < milliseconds; step += 10) {
        now += 10;
        const due = waiting.filter(({ until }) => until <= now);
        waiting = waiting.filter(({ until }) => until > now);
        for (const { done } of due) done();
        await new Promise(setImmediate);
      }
    },
  };
};

const work = () => {
  let end = (): void => undefined;
  const under = new Promise<string>((done) => {
    end = () => done("read");
  });
  return { under, end: () => end() };
};

test("what can wait goes on when nothing was asked for a while", async () => {
  const time = clock();
  const rest = restOf(time.wait);
  let went = false;
  void rest.after(1000).then(() => (went = true));
  await time.pass(900);
  expect(went).toBe(false);
  await time.pass(200);
  expect(went).toBe(true);
});

test("a page that is read meanwhile is waited for, however short its reading", async () => {
  const time = clock();
  const rest = restOf(time.wait);
  let went = false;
  void rest.after(1000).then(() => (went = true));
  await time.pass(500);
  await expect(rest.during(Promise.resolve("read"))).resolves.toBe("read");
  await time.pass(900);
  expect(went).toBe(false);
  await time.pass(1200);
  expect(went).toBe(true);
});

test("between steps it only waits for what is under way, also where that fails", async () => {
  const time = clock();
  const rest = restOf(time.wait);
  const page = work();
  const reading = rest.during(page.under);
  let went = false;
  void rest.after(0).then(() => (went = true));
  await time.pass(500);
  expect(went).toBe(false);
  page.end();
  await expect(reading).resolves.toBe("read");
  await time.pass(100);
  expect(went).toBe(true);
  await expect(rest.during(Promise.reject(new Error("busy")))).rejects.toThrow("busy");
  let again = false;
  void rest.after(0).then(() => (again = true));
  await time.pass(20);
  expect(again).toBe(true);
});
