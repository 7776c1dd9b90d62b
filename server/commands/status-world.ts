import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { StatusWorld } from "../http/status-routes.ts";
import { readMemory } from "../machine/read-machine.ts";
import { type DoctorWorld, lookAround } from "./doctor.ts";

const Package = z.object({ version: z.string() });

/** Who was chosen to answer: the model by its name, and the server that its user named. */
export type Answering = { model: string; endpoint: string | undefined };

/** The world as the service shows it: the doctor looks at the server and the model that answer, at no others. */
export function createStatusWorld(
  root: string,
  { model, endpoint }: Answering,
  world: DoctorWorld,
): StatusWorld {
  const { version } = Package.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  return {
    program: { version, node: world.nodeVersion },
    places: { root, home: homedir() },
    examine: () => lookAround({ beside: [], model, ...(endpoint && { endpoint }) }, world),
    memory: () => readMemory(world.machineRoot),
  };
}
