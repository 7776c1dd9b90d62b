/** One mode of nvpmodel's configuration. */
export type NamedMode = { id: number; name: string };

/** The modes of a board, and the one it runs in. */
export type PowerState = { modes: NamedMode[]; current?: NamedMode; shipped?: NamedMode };

/** The modes that `/etc/nvpmodel.conf` defines, in its order: "< POWER_MODEL ID=2 NAME=MAXN_SUPER >". */
function readModes(configuration: string): NamedMode[] {
  const lines = configuration.matchAll(/^\s*<\s*POWER_MODEL\s+ID=(\d+)\s+NAME=(\S+)\s*>/gm);
  return [...lines].map(([, id, name = ""]) => ({ id: Number(id), name }));
}

/**
 * The power modes of a board from `/etc/nvpmodel.conf` and `/var/lib/nvpmodel/status` ("pmode:0002 …"), which
 * everybody may read while nvpmodel itself wants root; undefined where the configuration names none.
 */
export function readPowerState(
  configuration: string | undefined,
  status: string | undefined,
): PowerState | undefined {
  const modes = readModes(configuration ?? "");
  if (modes.length === 0) return undefined;
  const byId = (id: string | undefined) => modes.find((mode) => id !== undefined && mode.id === Number(id));
  const current = byId(/pmode:(\d+)/.exec(status ?? "")?.[1]);
  const shipped = byId(/<\s*PM_CONFIG\s+DEFAULT=(\d+)\s*>/.exec(configuration ?? "")?.[1]);
  return { modes, ...(current && { current }), ...(shipped && { shipped }) };
}

/** How high a mode is by its name: MAXN_SUPER over MAXN over watts. */
function rank({ name }: NamedMode): number {
  if (/^MAXN_SUPER/i.test(name)) return Number.POSITIVE_INFINITY;
  if (/^MAXN/i.test(name)) return Number.MAX_VALUE;
  return Number(/(\d+)\s*W/i.exec(name)?.[1] ?? 0);
}

/** The fastest mode: its id differs between boards, so that it is told by its name. */
export function highestPowerMode({ modes }: PowerState): NamedMode | undefined {
  return modes.reduce<NamedMode | undefined>(
    (best, mode) => (best === undefined || rank(mode) > rank(best) ? mode : best),
    undefined,
  );
}
