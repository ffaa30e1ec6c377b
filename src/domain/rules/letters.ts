/** R1: two letters for a place; nothing where no reading is known: then people are asked. */
export const regionLetters = (_place: string): string | undefined => undefined;

/** R1: two letters for a client's name or a firm; nothing where no reading is known: then people are asked. */
export const nameLetters = (_name: string): string | undefined => undefined;
