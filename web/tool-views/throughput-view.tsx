import { capital, formatCount, formatDuration, formatSpeed } from "../format.ts";
import { isNumber } from "../guards.ts";
import { Bullets, Card, Fold } from "./card.tsx";
import { Command } from "./command.tsx";
import { meaningOf } from "./evidence-ladder.tsx";
import { titlesOf } from "./grounds.ts";
import { RangeBar } from "./range-bar.tsx";
import { readerSpeed, speedScale, toPoints } from "./range-layout.ts";
import { nameRows, type RowFields } from "./row-names.ts";
import { boardOf, type Range, type Throughput } from "./throughput.ts";
import { ThroughputDetails } from "./throughput-details.tsx";

type Named = { output: Throughput; name: string };

/** What a speed is of, as far as speeds of one answer may differ. */
function fieldsOf(output: Throughput): RowFields {
  const { names, resolved = {} } = output;
  const { contextTokens, concurrency } = resolved;
  return {
    board: boardOf(output),
    model: names.model,
    format: names.quantization ?? "",
    runtime: names.runtime ?? "",
    context: isNumber(contextTokens) ? `${contextTokens} tokens` : "",
    streams: isNumber(concurrency) ? formatCount(concurrency, "stream") : "",
  };
}

function titleOf({ board, model }: RowFields): string {
  return ["Speed", ...(model ? [`of ${model}`] : []), ...(board ? [`on ${board}`] : [])].join(" ");
}

/** What holds a speed back, in words. */
const bounds = new Map([
  ["bandwidth", "memory bandwidth"],
  ["compute", "computing power"],
  ["overhead", "the overhead of each pass"],
  ["allocation", "memory allocation"],
]);

const paces = new Map([
  ["interactive", "keeps pace with a reader"],
  ["slow", "slower than people read"],
  ["too-slow", "too slow to wait for"],
]);

/** Why there is no speed, and how to get one. */
function NoSpeed({ output: { blockers, verify } }: { output: Throughput }) {
  if (blockers.length > 0) return <Bullets items={blockers.map(({ message }) => message)} />;
  return (
    <>
      <p>No speed is known: measure it.</p>
      {verify && <Command text={verify} />}
    </>
  );
}

/** The speed in words: what is expected, what is likely, and how it feels. */
function Speed({
  output,
  range,
  pace,
}: {
  output: Throughput;
  range: Range;
  pace?: string | null | undefined;
}) {
  const { aggregateTokensPerSecond: all } = output;
  const isShared = all && formatSpeed(all.expected) !== formatSpeed(range.expected);
  return (
    <p className="speed">
      <strong>{formatSpeed(range.expected)} tok/s</strong>{" "}
      <span className="note">
        likely {formatSpeed(range.low)}–{formatSpeed(range.high)}
        {pace && `; ${paces.get(pace) ?? pace}`}
        {isShared && `; all streams together ${formatSpeed(all.expected)} tok/s`}
      </span>
    </p>
  );
}

/** How a speed is known, what holds it back, and when the first word comes. */
function Grounds({ output: { evidence, boundBy, timeToFirstTokenMs, shipped } }: { output: Throughput }) {
  const text = [
    meaningOf(evidence),
    ...(boundBy ? [`held back by ${bounds.get(boundBy) ?? boundBy}`] : []),
    ...(timeToFirstTokenMs ? [`first token after ${formatDuration(timeToFirstTokenMs.expected)}`] : []),
    ...(shipped
      ? [`as shipped, in ${shipped.powerMode}, ${formatSpeed(shipped.decodeTokensPerSecond.expected)} tok/s`]
      : []),
  ].join("; ");
  return <p className="note">{capital(text)}.</p>;
}

/** One of several boards: the speed beside its bar. What is the same of most is said once, and the rest is in the details. */
function Row({ output, name, scale }: Named & { scale: number }) {
  const range = output.decodeTokensPerSecond;
  return (
    <li>
      <div>
        <h4>{name}</h4>
        {range && <Speed output={output} range={range} />}
      </div>
      {range ? (
        <RangeBar output={output} scale={scale} titles={titlesOf(output)} />
      ) : (
        <div>
          <NoSpeed output={output} />
        </div>
      )}
    </li>
  );
}

function Rows({ rows, scale }: { rows: readonly Named[]; scale: number }) {
  const known = rows.filter(({ output }) => output.decodeTokensPerSecond);
  const meanings = new Set(known.map(({ output }) => meaningOf(output.evidence)));
  return (
    <>
      <ul className="speeds">
        {rows.map(({ output, name }) => (
          <Row key={name} output={output} name={name} scale={scale} />
        ))}
      </ul>
      {meanings.size > 0 && <p className="note">{[...meanings].map(capital).join(". ")}.</p>}
    </>
  );
}

function Alone({ output, scale }: { output: Throughput; scale: number }) {
  const range = output.decodeTokensPerSecond;
  if (!range) return <NoSpeed output={output} />;
  return (
    <div>
      <Speed output={output} range={range} pace={output.pace} />
      <RangeBar output={output} scale={scale} titles={titlesOf(output)} />
      <Grounds output={output} />
    </div>
  );
}

/** What the signs of the drawings stand for, as far as they are drawn. */
function Legend({ outputs, scale }: { outputs: readonly Throughput[]; scale: number }) {
  const reader = outputs.map(readerSpeed).find((speed) => speed !== undefined);
  const signs = [
    ["likely", "likely, in 9 of 10 cases"],
    ["expected", "expected"],
    ...(outputs.some((output) => toPoints(output, scale).length > 0)
      ? [["point", "measured on such a board"] as const]
      : []),
    ...(outputs.some(({ ceilingTokensPerSecond: ceiling }) => ceiling !== null)
      ? [["at-most", "most that the memory can feed"] as const]
      : []),
    ...(reader === undefined ? [] : [["reader", `pace of a reader, ${formatSpeed(reader)} tok/s`] as const]),
  ] as const;
  return (
    <ul className="part-legend">
      {signs.map(([sign, meaning]) => (
        <li key={sign}>
          <span className={`swatch ${sign}`} aria-hidden="true" /> {meaning}
        </li>
      ))}
    </ul>
  );
}

function DetailsOfEach({ rows }: { rows: readonly Named[] }) {
  return rows.map(({ output, name }) => (
    <Fold key={name} summary={name}>
      <div className="card-body">
        <ThroughputDetails output={output} />
      </div>
    </Fold>
  ));
}

/** How fast models run: one on one board, or several models, boards and modes on one scale. */
export function ThroughputView({ outputs }: { outputs: readonly Throughput[] }) {
  const [first] = outputs;
  if (!first) return null;
  const isAlone = outputs.length === 1;
  const scale = speedScale(outputs);
  const { names, common } = nameRows(outputs.map(fieldsOf));
  const rows = outputs.map((output, index) => ({ output, name: names[index] ?? "" }));
  const how = ["One stream", common.format, common.runtime].filter(Boolean).join(", ");
  return (
    <Card
      title={titleOf(common)}
      details={isAlone ? <ThroughputDetails output={first} /> : <DetailsOfEach rows={rows} />}
    >
      <p className="note">{how}</p>
      {isAlone ? <Alone output={first} scale={scale} /> : <Rows rows={rows} scale={scale} />}
      {outputs.some(({ decodeTokensPerSecond }) => decodeTokensPerSecond) && (
        <Legend outputs={outputs} scale={scale} />
      )}
    </Card>
  );
}
