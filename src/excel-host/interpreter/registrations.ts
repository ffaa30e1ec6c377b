import type { Call } from "./classes";

type Register<T> = (target: T, args: readonly unknown[], call: Call) => null;

/**
 * The members by which the client says that it has handlers: `_RegisterActivatedEvent` and its reverse.
 * @param numbers event names as these members carry them, with their numbers on the wire
 */
export const registrations = <T>(
  numbers: Readonly<Record<string, number>>,
  targetId: (target: T) => string,
): Readonly<Record<string, Register<T>>> => {
  const members: Record<string, Register<T>> = {};
  for (const [name, number] of Object.entries(numbers)) {
    const suffix = name.startsWith("Event") ? name : `${name}Event`;
    members[`_Register${suffix}`] = (target, _args, { session }) => {
      session.registered.add(`${number}:${targetId(target)}`);
      return null;
    };
    members[`_Unregister${suffix}`] = (target, _args, { session }) => {
      session.registered.delete(`${number}:${targetId(target)}`);
      return null;
    };
  }
  return members;
};
