/** An engine gave no answer, or not the whole of one; the message says what to do, zh then en, and no password. */
export class EngineFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = "EngineFailed";
  }
}
