import { Hono } from "hono";
import type { Advisor } from "../agent/advisor.ts";
import type { Readiness } from "../backends/backend.ts";
import type { Check } from "../doctor/check.ts";
import type { DoctorReport } from "../doctor/report.ts";
import type { Machine } from "../machine/machine.ts";
import { hidePlaces, type Places } from "./hide-places.ts";
import { shareLook } from "./shared-look.ts";

/** What the status tells of the world outside of the app. */
export type StatusWorld = {
  /** Versions of the program and of the Node that runs it. */
  program: { version: string; node: string };
  places: Places;
  /** The doctor's look at server, board and program, as they are now. */
  examine(): Promise<DoctorReport>;
  memory(): Machine["memory"];
};

type Hide = (text: string) => string;

function checkTold({ fix, message, ...check }: Check, hide: Hide): Check {
  return { ...check, message: hide(message), ...(fix !== undefined && { fix: hide(fix) }) };
}

function readinessTold(readiness: Readiness, hide: Hide): Readiness {
  if (readiness.ready) return readiness;
  const { fix, message, ...others } = readiness;
  return { ...others, message: hide(message), ...(fix !== undefined && { fix: hide(fix) }) };
}

/** What of the report may leave the machine: checks and names, no settings of other services. */
function reportTold({ checks, ready, server, machine, recommendation }: DoctorReport, hide: Hide) {
  const best = recommendation?.best;
  return {
    ready,
    checks: checks.map((check) => checkTold(check, hide)),
    server: server && { kind: server.kind, endpoint: hide(server.endpoint), version: server.version ?? null },
    device: machine.device,
    recommendation: best ? { board: recommendation.deviceName, model: best.name } : null,
  };
}

/** A look that fails must not take away what is known without it. */
async function tryTo<Seen>(look: (() => Promise<Seen>) | undefined): Promise<Seen | undefined> {
  try {
    return await look?.();
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

/**
 * How the advisor stands: what answers, and the doctor's report where there is a world to look at. A look takes up to
 * a second, so those who ask within a few seconds share one; the memory is read anew each time.
 */
export function statusRoutes(advisor: Advisor, world: StatusWorld | undefined) {
  const look =
    world &&
    shareLook(
      () => world.examine(),
      () => performance.now(),
    );
  const hide: Hide = (text) => (world ? hidePlaces(text, world.places) : text);
  return new Hono()
    .get("/", async (c) => {
      const [readiness, report] = await Promise.all([advisor.readiness(), tryTo(look)]);
      return c.json({
        model: hide(advisor.model),
        readiness: readinessTold(readiness, hide),
        program: world?.program ?? null,
        memory: world?.memory() ?? null,
        report: report ? reportTold(report, hide) : null,
      });
    })
    .get("/memory", (c) => c.json({ memory: world?.memory() ?? null }));
}
