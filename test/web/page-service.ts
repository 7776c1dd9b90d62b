import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPageOnce } from "./built-page.ts";

const program = join(import.meta.dirname, "serve-page.ts");

/** A checkout as a box has it: the built page, and none of its sources. */
async function createRoot(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "jetson-advisor-box-"));
  mkdirSync(join(root, "web"));
  symlinkSync(await buildPageOnce(), join(root, "web", "dist"));
  return root;
}

/** The service as a process of its own, which can lose its power and come back at the same address. */
export async function openPageService(endpoint: string) {
  const root = await createRoot();
  const launch = async (port: number) => {
    const child = spawn(process.execPath, [program, root, endpoint, String(port)]);
    const [said] = await once(child.stderr, "data");
    const [, url = ""] = /(http:\S+)/.exec(String(said)) ?? [];
    if (url === "") throw new Error(`Cannot start the service: ${said}`);
    return { child, url };
  };
  let { child, url } = await launch(0);
  return {
    url,
    /** Ends the process at once, with whatever it was doing. */
    async cutPower(): Promise<void> {
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
    /** Starts it again, unless it runs. */
    async powerUp(): Promise<void> {
      if (child.signalCode === null && child.exitCode === null) return;
      ({ child } = await launch(Number(new URL(url).port)));
    },
    close(): void {
      child.kill("SIGKILL");
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export type PageService = Awaited<ReturnType<typeof openPageService>>;
