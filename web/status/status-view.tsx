import { useCallback } from "react";
import { bodyOf, createRoutes } from "../api.ts";
import { useAsk } from "../ask.ts";
import { Failure } from "../failure.tsx";
import { PairDevice } from "../pairing/pair-device.tsx";
import { useLoaded } from "../use-loaded.ts";
import { BOARD, type CheckGroup, groupChecks, MEMORY, toOverallText } from "./check-groups.ts";
import { CheckItem, StateBadge } from "./check-item.tsx";
import { MemoryBar } from "./memory-bar.tsx";
import { checksOf, type Status } from "./status-checks.ts";

function AskAboutModel({ board, model }: { board: string; model: string }) {
  const ask = useAsk();
  return (
    <button type="button" onClick={() => ask(`Can I run ${model} on a ${board}?`, { isNew: true })}>
      Ask about {model} on this board
    </button>
  );
}

/** The checks of one subject; of the memory the bar says what its check says when all is well, and goes on saying it. */
function Group({ group: { name, checks }, status }: { group: CheckGroup; status: Status }) {
  const memory = name === MEMORY && status.memory?.availableBytes !== undefined ? status.memory : undefined;
  const recommended = name === BOARD ? status.report?.recommendation : undefined;
  const shown = memory ? checks.filter(({ state }) => state !== "ok") : checks;
  return (
    <section className="check-group">
      <h2>{name}</h2>
      {memory && <MemoryBar memory={memory} />}
      {shown.length > 0 && (
        <ul>
          {shown.map((check) => (
            <CheckItem key={check.id} check={check} under={name} />
          ))}
        </ul>
      )}
      {recommended && <AskAboutModel {...recommended} />}
    </section>
  );
}

function Overall({ status }: { status: Status }) {
  const checks = checksOf(status);
  const states = checks.map(({ state }) => state);
  const worst = (["problem", "warning"] as const).find((state) => states.includes(state)) ?? "ok";
  return (
    <p className="overall" role="status">
      <StateBadge state={worst} /> {toOverallText(checks)}
    </p>
  );
}

/** The doctor as a page: what answers, on what, with which memory, and the command that mends what is wrong. */
export function StatusView() {
  const load = useCallback(
    (signal: AbortSignal) => bodyOf(createRoutes().api.status.$get({}, { init: { signal } })),
    [],
  );
  const { value: status, error, isLoading, reload } = useLoaded(load);
  return (
    <div className="status">
      <h1>Status</h1>
      {error && <Failure error={error} onRetry={reload} />}
      {status && <Overall status={status} />}
      {isLoading && !status && <p className="note">Looking at server, board and program …</p>}
      <p>
        <button type="button" onClick={reload} disabled={isLoading}>
          {isLoading ? "Looking …" : "Look again"}
        </button>
      </p>
      {status &&
        groupChecks(checksOf(status)).map((group) => (
          <Group key={group.name} group={group} status={status} />
        ))}
      {status && !status.report && (
        <p>
          The board and the program could not be looked at from here. In a terminal of the board:{" "}
          <code>npm run -s advisor -- doctor</code>
        </p>
      )}
      <PairDevice />
    </div>
  );
}
