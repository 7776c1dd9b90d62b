/** The major release of Jetson Linux in each JetPack; 7.0 and 7.1 are of Thor only. */
const byJetPack: readonly (readonly [RegExp, number])[] = [
  [/^4\b/, 32],
  [/^5\b/, 35],
  [/^6\b/, 36],
  [/^7\.[01]\b/, 38],
  [/^7\b/, 39],
];

/** The major release of Jetson Linux that a text names as L4T or JetPack: "R36", "L4T 36.4.7", "JetPack 6.2" → 36. */
export function linuxMajor(text: string): number | undefined {
  const jetPack = /(?:JetPack|JP)\s*(\d(?:\.\d+)*)/i.exec(text)?.[1];
  if (jetPack) return byJetPack.find(([pattern]) => pattern.test(jetPack))?.[1];
  const revision = /(?<![\d.])(3\d)(?:\.\d+)*\b/.exec(text.replace(/\bR(?=3\d)/i, ""))?.[1];
  return revision === undefined ? undefined : Number(revision);
}
