/** Browsers call themselves by the names of older ones too, so the first word found is the right one. */
const browsers = [
  ["Edg", "Edge"],
  ["OPR/", "Opera"],
  ["SamsungBrowser/", "Samsung Internet"],
  ["FxiOS/", "Firefox"],
  ["Firefox/", "Firefox"],
  ["CriOS/", "Chrome"],
  ["Chromium/", "Chromium"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const machines = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["CrOS", "Chromebook"],
  ["Windows", "Windows"],
  ["Macintosh", "Mac"],
  ["Linux", "Linux"],
] as const;

/** What a User-Agent says in plain words, such as "Safari on iPhone"; nothing of its own text is kept. */
export function toDeviceName(userAgent = ""): string {
  const [, browser] = browsers.find(([mark]) => userAgent.includes(mark)) ?? [];
  const [, machine] = machines.find(([mark]) => userAgent.includes(mark)) ?? [];
  if (browser && machine) return `${browser} on ${machine}`;
  return browser ?? (machine ? `A browser on ${machine}` : "An unknown device");
}
