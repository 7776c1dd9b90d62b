import { toTerminalQr } from "./terminal-qr.ts";

/** A device that was ever paired holds a signature to try tokens against, uncounted; fewer characters do not withstand that. */
const SAFE_TOKEN_LENGTH = 8;

type Greeting = {
  model: string;
  url: string;
  token: string | undefined;
  /** On it one further device is paired; undefined where none reaches the server. */
  pairingLink: string | undefined;
  /** Whether somebody reads it who could hold a phone before it. */
  isTerminal: boolean;
};

/** What the service says when it starts. It never shows the token. */
export function toGreeting({ model, url, token, pairingLink, isTerminal }: Greeting): string {
  const hint = token === undefined ? "" : `, in a browser once with ${url}/?token=<token>`;
  const lines = [`${model} answers at ${url}${hint}`];
  if (pairingLink === undefined) return lines.join("\n");
  lines.push(`To pair a device, open this on it, once and within ten minutes: ${pairingLink}`);
  if (isTerminal) lines.push(toTerminalQr(pairingLink));
  if ((token?.length ?? 0) < SAFE_TOKEN_LENGTH)
    lines.push(
      `Warning: the token has fewer than ${SAFE_TOKEN_LENGTH} characters and can be guessed. Take a longer one, such as what "openssl rand -base64 18" prints.`,
    );
  return lines.join("\n");
}
