import { chinese, japanese } from "./phrasings-asia.ts";
import { french, german, spanish } from "./phrasings-europe.ts";
import { heldOutPhrasings } from "./phrasings-held-out.ts";
import { latePhrasings } from "./phrasings-late.ts";
import { memoryPhrasings } from "./phrasings-memory.ts";
import { speedPhrasings } from "./phrasings-speed.ts";
import type { Language } from "./write-number.ts";
import type { Phrasing, Write } from "./writer.ts";

const of = (language: Language, writes: Readonly<Record<string, Write>>, isHeldOut = false): Phrasing[] =>
  Object.entries(writes).map(([id, write]) => ({ id: `${language}-${id}`, language, isHeldOut, write }));

/** Every way the corpus says something. */
export const phrasings: readonly Phrasing[] = [
  ...of("en", memoryPhrasings),
  ...of("en", speedPhrasings),
  ...of("en", heldOutPhrasings, true),
  ...of("en", latePhrasings, true),
  ...of("de", german),
  ...of("fr", french),
  ...of("es", spanish),
  ...of("zh", chinese),
  ...of("ja", japanese),
];
