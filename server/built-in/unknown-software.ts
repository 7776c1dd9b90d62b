import type { Knowledge } from "../../knowledge/knowledge.ts";
import { bareSubject, listedNames } from "./bare-subject.ts";
import { findCarriers } from "./carriers.ts";
import { findMentions, type Mention } from "./mentions.ts";
import { isOrdinary } from "./ordinary-words.ts";
import { unknownHardware } from "./unknown-hardware.ts";
import { overlaps, type Span, type Word, wordsOf } from "./words.ts";

/** Words that say software is to run, to fit or to be supported. */
const isToRun =
  /\b(?:runs?|running|fits?|support(?:s|ed)?|deploy|host|serve|build|built|works?|use|fast|enough|handle|possible|compatible|at\s+the\s+same\s+time|alongside|next\s+to|together\s+with|plus)\b/i;
const ofCameras = /\bhow\s+many\s+(?:cameras|streams)|\bcameras?\b/i;
/** "Isaac ROS + Qwen3 4B on an AGX Orin": what stands beside a board in a list is to run there. */
const placed = /\bon\b|[+&]/i;
/** A word that introduces what is on record: "with the Foo camera", "on a Foo carrier" are no software. */
const isThing =
  /^(?:cams?|cameras?|carriers?|boards?|lidars?|sensors?|drones?|robots?|arms?|kits?|ssds?|drives?|switch|dongle|modules?|devices?|cluster|data\s?sets?|gpus?|docs?|forums?|modes?|readme|tutorial|guide|release|version)$/i;

/** Tasks whose software is named by what it does. */
const tasks =
  /\b(?:isaac[\s_-]ros(?!\s+\d)|visual[\s-](?:inertial[\s-])?slam|(?:v|lidar[\s-])?slam|visual[\s-]odometry|gaussian\s+splatting|nerfs?|stable\s?diffusion|image\s+generation|occupancy\s+grids?|(?:6d\s+|6-?dof\s+|body\s+|human\s+)?pose[\s-]estimation|face[\s-]recognition|depth[\s-]estimation|stereo\s+matching|optical\s+flow|semantic\s+segmentation|point[\s-]clouds?)\b/gi;

const innerCapital = /^(?=.*[a-z])[A-Za-z][\w.]*[a-z0-9][A-Z][\w.+]*$|^[A-Z]{2,}[a-z][\w.]+$/;
const capitalisedParts = /^(?:[A-Z][\w.]*|[A-Za-z]*\d[\w.]*)(?:-[A-Za-z0-9][\w.]*)+$/;
const acronym = /^(?=.*[A-Z])[A-Z][A-Z0-9]{3,}$/;
const capitalised = /^[A-Z][a-z][\w.]*$/;
const lowerName = /^[a-z]+(?:[-_][a-z0-9]+)*$|^[a-z]+\d*[a-z]*(?:[-_]\w+)*$/;
/** No English word begins like "nvb" or has a part like "ngp". */
const oddBeginning = /^(?!str|spr|scr|spl|thr|shr|sch|phr|chr|squ|sph|phl|chl)[bcdfghjklmnpqrstvwxz]{3}/;
const withoutVowel = /^[bcdfghjklmnpqrstvwxz]{2,}\d*$/;
const lettersAndDigits = /^[a-z]{3,}\d+[a-z]+\w*$|^[a-z]{2,}v\d+\w*$|^v\d+$/;

/** "Florence-2": a number behind a name is its version, and no word of its own. */
const isVersion = /^\d+(?:\.\d+)?$/;

const isOddPart = (part: string) => !isOrdinary(part) && withoutVowel.test(part);

/** "instant-ngp", "nvblox", "yolov5s": lower case, and yet no English word. */
function isOddLower(text: string): boolean {
  if (!lowerName.test(text)) return false;
  const parts = text.split(/[-_]/);
  if (parts.some(isOrdinary) && parts.every((part) => isOrdinary(part) || !withoutVowel.test(part)))
    return parts.length === 1 ? false : parts.some((part) => lettersAndDigits.test(part));
  if (parts.length > 1) return parts.some(isOddPart) || parts.some((part) => lettersAndDigits.test(part));
  return oddBeginning.test(text) || lettersAndDigits.test(text);
}

/** True for a word that is a name wherever it stands. */
function isName(text: string): boolean {
  if (isOrdinary(text)) return false;
  const parts = text.split("-");
  if (parts.length > 1 && parts.slice(1).every(isOrdinary) && isOrdinary(parts[0] ?? "")) return false;
  return (
    innerCapital.test(text) ||
    (capitalisedParts.test(text) &&
      !parts.every(isOrdinary) &&
      !parts.slice(1).some((part) => isOrdinary(part) && !(parts.length === 2 && isVersion.test(part)))) ||
    acronym.test(text) ||
    isOddLower(text)
  );
}

/** File names, paths, addresses, code and numbers name no product. */
const isNoName = (text: string) =>
  /[/\\@=<>$%]|\.(?:py|sh|cpp|ts|js|md|txt|onnx|engine|gguf|pt|pth|yaml|yml|json|cfg|ini|mp4|zip|so|log|com|org|io|ai)$|^\d/i.test(
    text,
  );

/** A word that begins a sentence is capitalised whatever it is. */
function beginsSentence(question: string, { start }: Span): boolean {
  return /(?:^|[.?!:;\n])\s*["'“(]?$/.test(question.slice(0, start));
}

/** Capitalised words that stand beside one another make one name. */
function joined(question: string, found: readonly Word[]): Word[] {
  const names: Word[] = [];
  for (const word of found) {
    const last = names.at(-1);
    if (last && /^\s+$/.test(question.slice(last.end, word.start)))
      names[names.length - 1] = {
        start: last.start,
        end: word.end,
        text: question.slice(last.start, word.end),
      };
    else names.push(word);
  }
  return names;
}

/** "Connect Tech Hadron carrier": names that lead up to a thing belong to it. */
function namesThing(words: readonly Word[], index: number): boolean {
  const next = words[index + 1]?.text ?? "";
  return isThing.test(next) || (/^[A-Z]/.test(next) && isThing.test(words[index + 2]?.text ?? ""));
}

function candidates(question: string, taken: readonly Span[]): Word[] {
  const words = wordsOf(question.replace(/[+|]/g, " "));
  const named = words.filter((word, index) => {
    if (isNoName(word.text) || taken.some((span) => overlaps(span, word))) return false;
    if (namesThing(words, index)) return false;
    if (isName(word.text)) return true;
    return capitalised.test(word.text) && !isOrdinary(word.text) && !beginsSentence(question, word);
  });
  return joined(question, named);
}

function taskNames(question: string, taken: readonly Span[]): Word[] {
  return [...question.matchAll(tasks)].flatMap((match) => {
    const word = { text: match[0], start: match.index, end: match.index + match[0].length };
    return taken.some((span) => overlaps(span, word)) ? [] : [word];
  });
}

/** Sizes of models ("Foo-13B", "Foo 13B", "a 7B model") are read elsewhere. */
function sizedNames(question: string): Span[] {
  return [...question.matchAll(/(?:\b[A-Z][\w.-]*\s)?[\w.-]*\d+(?:\.\d+)?[\s-]?(?:B|billion)\b/g)].map(
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
}

/** "Llama" alone is a family on record, of which the size was not said. */
function beginsRecord({ text }: Word, knowledge: Knowledge): boolean {
  const word = text.toLowerCase();
  return knowledge.models.entries.some(({ value }) =>
    value.name.toLowerCase().split(/[\s-]/).slice(0, 1).includes(word),
  );
}

/** Where hardware that is not on record stands. */
function hardwareNames(question: string, knowledge: Knowledge): Span[] {
  return unknownHardware(question, knowledge).map((name) => {
    const start = question.indexOf(name);
    return { start, end: start + name.length };
  });
}

/** What a question of a few words is about; a family on record, of which only the size was left out, is no unknown. */
function bareNames(question: string, mentions: readonly Mention[], knowledge: Knowledge): string[] {
  const sized = sizedNames(question);
  return bareSubject(question, mentions)
    .filter((word) => !beginsRecord(word, knowledge) && !sized.some((span) => overlaps(span, word)))
    .map(({ text }) => text);
}

/**
 * Software that a question wants to run and that is not on record, as it was typed: nothing of it is counted. None
 * where nothing is to run.
 */
export function unknownSoftware(question: string, knowledge: Knowledge): string[] {
  // Where everything is in capitals, a capital tells nothing.
  if (question === question.toUpperCase()) return [];
  const mentions = findMentions(question, knowledge);
  const isPlaced = mentions.some(({ kind }) => kind === "device") && placed.test(question);
  if (!isToRun.test(question) && !ofCameras.test(question) && !isPlaced)
    return bareNames(question, mentions, knowledge);
  const known = [
    ...mentions,
    ...sizedNames(question),
    ...findCarriers(question),
    ...hardwareNames(question, knowledge),
  ];
  const done = taskNames(question, known);
  const shaped = candidates(question, [...known, ...done]);
  const listed = listedNames(question, [...known, ...done, ...shaped]);
  const names = [...shaped, ...listed].filter((word) => !beginsRecord(word, knowledge));
  // A task said with a name is what that software does.
  const all = names.length > 0 ? [...names, ...done.filter(({ text }) => /slam|isaac/i.test(text))] : done;
  if (all.length === 0) return bareNames(question, mentions, knowledge);
  return [...new Set(all.sort((a, b) => a.start - b.start).map(({ text }) => text.replace(/'s$/, "")))];
}
