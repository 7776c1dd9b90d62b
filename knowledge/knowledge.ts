import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openAssumptions } from "./assumption-table.ts";
import { type Catalog, createCatalog, duplicateNames, type Named } from "./catalog.ts";
import { type Claim, ClaimFile } from "./claim-schema.ts";
import { CacheType, type Quantization, quantizationSchema, Runtime } from "./engine-schema.ts";
import { AppError } from "./errors.ts";
import { type Assumption, type Measurement, MeasurementFile, Source } from "./evidence-schema.ts";
import { type Entry, loadFolder, loadTable, loadYaml, parseRecord, parseYaml } from "./load.ts";
import { EngineProfile, L4tRelease, Pitfall } from "./operation-schema.ts";
import { Device, Model, Workload } from "./schema.ts";
import type { Passage, Search, SearchOptions } from "./search.ts";
import {
  type DocumentSummary,
  openDocuments,
  type SourceDocument,
  type SourceDocuments,
} from "./source-documents.ts";
import { TensorType } from "./tensor-mix.ts";
import { ThermalNote } from "./thermal-schema.ts";
import { Trouble } from "./trouble-schema.ts";

/** Everything somebody else said, behind one interface. Parts load on first use. */
export type Knowledge = {
  readonly devices: Catalog<Device>;
  /** Models and workloads together: anything that occupies a board. */
  readonly models: Catalog<Model | Workload>;
  readonly quantizations: Catalog<Quantization>;
  readonly runtimes: Catalog<Runtime>;
  readonly cacheTypes: Catalog<CacheType>;
  /** What documents say of heat, cooling and throttling. */
  readonly thermals: readonly ThermalNote[];
  readonly releases: Catalog<L4tRelease>;
  /** Commands by runtime id. */
  engineProfile(runtimeId: string): EngineProfile | undefined;
  readonly pitfalls: readonly Entry<Pitfall>[];
  /** Causes of trouble with their checks, the likelier of equals first. */
  readonly troubles: readonly Entry<Trouble>[];
  assumption(id: string): Assumption;
  findAssumption(id: string): Assumption | undefined;
  source(id: string): Source;
  findSource(id: string): Source | undefined;
  /** Measured runs of a model, by catalogue id, in the order of their files. */
  measurements(modelId: string): readonly Measurement[];
  /** Every measured run, also of what is not in the catalogue, in the order of their files. */
  allMeasurements(): readonly Measurement[];
  /** The figures that the documents print, in the order of their files. */
  claims(): readonly Claim[];
  /** The documents that are searched, in the order of their files. */
  documents(): readonly DocumentSummary[];
  /** A whole document; throws `unknown-id` with the nearest ids. */
  document(id: string): SourceDocument;
  search(query: string, options?: SearchOptions): Promise<Passage[]>;
};

/** The knowledge folder of this checkout. */
export const KNOWLEDGE_FOLDER = import.meta.dirname;

function once<T>(create: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: create() };
    return made.value;
  };
}

function catalogOf<T extends Named>(kind: string, entries: Entry<T>[]): Catalog<T> {
  const duplicates = duplicateNames(entries);
  if (duplicates.length > 0)
    throw new AppError(
      "invalid-record",
      `Cannot use the ${kind} records: names claimed twice: ${duplicates.join("; ")}.`,
    );
  return createCatalog(kind, entries);
}

function loadSources(folder: string, documents: SourceDocuments): Map<string, Source> {
  const listed = loadTable(join(folder, "sources.yaml"), Source).map(({ id, value }) => [id, value] as const);
  return new Map([...listed, ...documents.sources()]);
}

/** A file of measurements with its rows still as text. */
type MeasurementText = { file: string; head: string; rows: string[] };

function readMeasurementTexts(folder: string): MeasurementText[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return files.sort().map((file) => {
    const [head = "", ...rows] = readFileSync(join(folder, file), "utf8").split(/^rows:$|\n(?= {2}- )/m);
    return { file, head, rows };
  });
}

/** A run is one line of its file, so only the lines that are wanted are parsed: files are long, YAML is slow. */
function parseMeasurements(
  texts: readonly MeasurementText[],
  isWanted: (line: string) => boolean,
): Measurement[] {
  return texts.flatMap(({ file, head, rows: lines }) => {
    const own = lines.filter(isWanted);
    if (own.length === 0) return [];
    const { source, rows } = parseRecord(MeasurementFile, parseYaml(`${head}rows:\n${own.join("\n")}`), file);
    return rows.map((row) => ({ ...row, source }));
  });
}

function loadQuantizations(path: (name: string) => string): Entry<Quantization>[] {
  const types = loadTable(path("tensor-types.yaml"), TensorType);
  const byId = new Map(types.map(({ id, value }) => [id, value]));
  return loadTable(path("quantizations.yaml"), quantizationSchema(byId));
}

/** The catalogues of a folder; each loads when it is first asked for. */
function openCatalogs(folder: string) {
  const path = (name: string) => join(folder, name);
  const everything = () => [...loadFolder(path("models"), Model), ...loadFolder(path("workloads"), Workload)];
  return {
    devices: once(() => catalogOf("device", loadFolder(path("devices"), Device))),
    models: once(() => catalogOf<Model | Workload>("model", everything())),
    quantizations: once(() => catalogOf("quantization", loadQuantizations(path))),
    runtimes: once(() => catalogOf("runtime", loadTable(path("runtimes.yaml"), Runtime))),
    cacheTypes: once(() => catalogOf("cache type", loadTable(path("cache-types.yaml"), CacheType))),
    thermals: once(() => loadTable(path("thermals.yaml"), ThermalNote).map(({ value }) => value)),
    releases: once(() => catalogOf("L4T release", loadTable(path("l4t-releases.yaml"), L4tRelease))),
    profiles: once(
      () =>
        new Map(
          loadTable(path("engine-profiles.yaml"), EngineProfile).map(({ id, value }) => [id, value] as const),
        ),
    ),
    pitfalls: once(() => loadTable(path("pitfalls.yaml"), Pitfall)),
    troubles: once(() => loadTable(path("troubles.yaml"), Trouble)),
  };
}

/** The runs of a model, or of all, each read once; files stay as text until they are asked for. */
function openMeasurements(folder: string): Pick<Knowledge, "measurements" | "allMeasurements"> {
  const texts = once(() => readMeasurementTexts(folder));
  const read = new Map<string, readonly Measurement[]>();
  return {
    measurements(modelId) {
      const rows =
        read.get(modelId) ?? parseMeasurements(texts(), (line) => line.includes(`model: ${modelId},`));
      read.set(modelId, rows);
      return rows;
    },
    allMeasurements: once(() => parseMeasurements(texts(), () => true)),
  };
}

/** The search over the documents; a failure is not kept, since the disk may have room again at the next question. */
function openSearcher(documents: string, indexFolder: string): Search["search"] {
  let searcher: Promise<Search> | undefined;
  return async (query, options) => {
    searcher ??= import("./search.ts")
      .then(({ openSearch }) => openSearch(documents, indexFolder))
      .catch((error: unknown) => {
        searcher = undefined;
        throw error;
      });
    return (await searcher).search(query, options);
  };
}

/** Opens the knowledge of a folder; the search index is kept in `indexFolder`. */
export function openKnowledge(indexFolder: string, folder: string = KNOWLEDGE_FOLDER): Knowledge {
  if (!existsSync(join(folder, "devices")))
    throw new AppError(
      "invalid-record",
      `Cannot open the knowledge: there is no folder ${join(folder, "devices")}.`,
    );
  const catalogs = openCatalogs(folder);
  const findAssumption = openAssumptions(join(folder, "assumptions.yaml"));
  const documents = openDocuments(join(folder, "documents"));
  const sources = once(() => loadSources(folder, documents));
  return {
    get devices() {
      return catalogs.devices();
    },
    get models() {
      return catalogs.models();
    },
    get quantizations() {
      return catalogs.quantizations();
    },
    get runtimes() {
      return catalogs.runtimes();
    },
    get cacheTypes() {
      return catalogs.cacheTypes();
    },
    get thermals() {
      return catalogs.thermals();
    },
    get releases() {
      return catalogs.releases();
    },
    engineProfile: (id) => catalogs.profiles().get(id),
    get pitfalls() {
      return catalogs.pitfalls();
    },
    get troubles() {
      return catalogs.troubles();
    },
    assumption: (id) => required(findAssumption(id), "assumption", id),
    findAssumption,
    source: (id) => required(sources().get(id), "source", id),
    findSource: (id) => sources().get(id),
    ...openMeasurements(join(folder, "measurements")),
    claims: once(() => loadClaims(join(folder, "claims"))),
    documents: once(() => documents.list()),
    document: (id) => documents.get(id),
    search: openSearcher(join(folder, "documents"), indexFolder),
  };
}

function loadClaims(folder: string): Claim[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return files.sort().flatMap((file) => {
    const { source, rows } = parseRecord(ClaimFile, loadYaml(join(folder, file)), `claims of ${file}`);
    return rows.map((row) => ({ ...row, source }));
  });
}

function required<T>(found: T | undefined, kind: string, id: string): T {
  if (found === undefined)
    throw new AppError("invalid-record", `Cannot find the ${kind} "${id}" that a record names.`);
  return found;
}
