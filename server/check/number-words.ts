/** Numbers as words in the languages answers are written in; whole numbers up to twelve and some tens. */
const wholes: readonly (readonly [words: string, value: number])[] = [
  ["one|ein|eine|einen|une?|uno|una", 1],
  ["two|zwei|deux|dos", 2],
  ["three|drei|trois|tres", 3],
  ["four|vier|quatre|cuatro", 4],
  ["five|fünf|cinq|cinco", 5],
  ["six|sechs|seis", 6],
  ["seven|sieben|sept|siete", 7],
  ["eight|acht|huit|ocho", 8],
  ["nine|neun|neuf|nueve", 9],
  ["ten|zehn|dix|diez", 10],
  ["eleven|elf|onze|once", 11],
  ["twelve|zwölf|douze|doce", 12],
  ["fifteen|fünfzehn|quinze|quince", 15],
  ["sixteen|sechzehn|seize|dieciséis", 16],
  ["twenty|zwanzig|vingt|veinte", 20],
  ["thirty|dreißig|trente|treinta", 30],
  ["forty|vierzig|quarante|cuarenta", 40],
  ["fifty|fünfzig|cinquante|cincuenta", 50],
  ["sixty|sechzig|soixante|sesenta", 60],
  ["hundred|hundert|cent|cien", 100],
];

const wordValues = new Map(wholes.flatMap(([words, value]) => words.split("|").map((word) => [word, value])));

const compared =
  "(?:as|the|its|so|that|of the|des|der|de la|du|le|la|el|más|plus)\\s+(?:fast|much|many|large|big|memory|speed|price|bandwidth|throughput|power|cost|headroom|usable|time|energy|schnell|viel|rapide|rápido|mémoire|vitesse|prix|memoria|velocidad|precio)";

/** Multiples as words, only where they compare amounts; the number is how many steps apart still is that word. */
const multiples: readonly (readonly [pattern: string, value: number, step: number])[] = [
  [`(?:twice|double|doppelt|deux fois|el doble)(?=\\s+${compared})`, 2, 0.2],
  [`(?:three times|triple|thrice|dreimal|trois fois)(?=\\s+${compared})`, 3, 0.3],
  [`(?:half|halb|la moitié|la mitad)(?=\\s+${compared})`, 0.5, 0.05],
  [`(?:a third|one third|ein Drittel|un tiers|un tercio)(?=\\s+(?:of\\s+)?${compared})`, 1 / 3, 0.04],
  [`(?:a quarter|one quarter|ein Viertel|un quart|un cuarto)(?=\\s+(?:of\\s+)?${compared})`, 0.25, 0.03],
];

const digits = "零一二三四五六七八九";
const tens = /^(?<tens>[一二三四五六七八九]?)十(?<ones>[一二三四五六七八九]?)$/;

/** A number in Chinese characters up to ninety-nine. */
function fromCharacters(text: string): number | undefined {
  const plain = text.replaceAll("两", "二").replaceAll("〇", "零");
  const match = tens.exec(plain);
  if (match?.groups) {
    const { tens: many = "", ones = "" } = match.groups;
    return (many ? digits.indexOf(many) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
  }
  return plain.length === 1 ? digits.indexOf(plain) : undefined;
}

/** A number word of a text; a multiple carries its own unit, a whole number is one only before a unit. */
export type NumberWord = { start: number; end: number; value: number; step: number; isMultiple: boolean };

// Every word begins with a plain letter, so that the quick border of ASCII words will do.
const wholePattern = new RegExp(`\\b(?:${[...wordValues.keys()].join("|")})(?![\\wÀ-ž])`, "gi");
const multiplePattern = new RegExp(`\\b(?:${multiples.map(([pattern]) => `(${pattern})`).join("|")})`, "gi");
const characterPattern =
  /[〇零一二两三四五六七八九十]{1,3}(?=\s?(?:[GMT]i?B|[gmt]b|个|瓦|美元|ドル|秒|毫秒|トークン|词元|倍|W\b))/g;

function multipleOf(match: RegExpExecArray): NumberWord {
  const which = match.slice(1).findIndex((group) => group !== undefined);
  const [, value = 1, step = 0] = multiples[which] ?? [];
  return { start: match.index, end: match.index + match[0].length, value, step, isMultiple: true };
}

/** Every number word of a folded text that may state an amount. */
export function findNumberWords(folded: string): NumberWord[] {
  const found: NumberWord[] = [...folded.matchAll(multiplePattern)].map(multipleOf);
  for (const { 0: text, index } of folded.matchAll(wholePattern)) {
    const value = wordValues.get(text.toLowerCase());
    if (value !== undefined)
      found.push({ start: index, end: index + text.length, value, step: 1, isMultiple: false });
  }
  for (const { 0: text, index } of folded.matchAll(characterPattern)) {
    const value = fromCharacters(text);
    if (value !== undefined && value >= 0)
      found.push({ start: index, end: index + text.length, value, step: 1, isMultiple: false });
  }
  return found;
}
