import type { Model } from "../../knowledge/schema.ts";
import type { TensorRole } from "../../knowledge/tensor-mix.ts";

/** Tensors of one role: parameters of one layer, how many layers have them, and the length of a row. */
export type TensorClass = {
  role: TensorRole;
  perLayer: number;
  layers: number;
  /** Position rules count such tensors of the model up to this many, and take it for the number of layers. */
  members: number;
  counted: number;
  row: number;
  /** True for routed experts, of which a token reads only some. */
  routed: boolean;
};

/** Norms, biases and small gates come to no more than this many values per layer and hidden value. */
const fullValuesPerWidth = 16;
/** Every block size divides this: the row length of tensors nobody described. */
const unknownRow = 256;

type Shape = { layers: number; hidden: number };
type Part = Pick<TensorClass, "role" | "perLayer" | "row"> & { layers: number; routed?: boolean };

const isValue = (role: TensorRole) => role === "value" || role === "fused-attention";

const parametersOf = (classes: readonly { perLayer: number; layers: number }[]): number =>
  classes.reduce((sum, { perLayer, layers }) => sum + perLayer * layers, 0);

/** Groups of attention layers with one shape; a sliding layer may have other heads than a full one. */
function attentionGroups(model: Model, { layers }: Shape) {
  const owners = model.kvGroups ?? [];
  const attention = model.attentionLayers ?? (model.recurrent ? undefined : layers);
  const total = parametersOfGroups(owners);
  if (total === 0 || model.headSize === undefined)
    return [
      {
        layers: attention ?? layers,
        kvHeads: model.kvHeads ?? model.heads ?? 0,
        headSize: model.headSize ?? 0,
      },
    ];
  // Layers that reuse another's cache have projections of their own.
  const scale = (attention ?? total) / total;
  return owners.map((group) => ({ ...group, layers: group.layers * scale }));
}

const parametersOfGroups = (groups: readonly { layers: number }[]): number =>
  groups.reduce((sum, { layers }) => sum + layers, 0);

function attentionParts(model: Model, shape: Shape): Part[] {
  const { hidden } = shape;
  return attentionGroups(model, shape).flatMap(({ layers, kvHeads, headSize }): Part[] => {
    const queries = model.heads && headSize ? model.heads * headSize : hidden;
    const keys = kvHeads * headSize;
    const output: Part = { role: "attention-output", perLayer: queries * hidden, layers, row: queries };
    if (model.fusedProjections)
      return [
        { role: "fused-attention", perLayer: hidden * (queries + 2 * keys), layers, row: hidden },
        output,
      ];
    return [
      { role: "query", perLayer: hidden * queries * (model.gatedAttention ? 2 : 1), layers, row: hidden },
      { role: "key", perLayer: hidden * keys, layers, row: hidden },
      { role: "value", perLayer: hidden * keys, layers, row: hidden },
      output,
    ];
  });
}

function recurrentParts(model: Model, { hidden }: Shape): Part[] {
  if (!model.recurrent) return [];
  const { kind, layers, inputSize, gateSize = 0, innerSize } = model.recurrent;
  const role = kind === "gated-delta-net" ? "fused-attention" : "recurrent";
  return [
    { role, perLayer: hidden * inputSize, layers, row: hidden },
    { role: "recurrent", perLayer: hidden * gateSize, layers, row: hidden },
    { role: "recurrent", perLayer: innerSize * hidden, layers, row: innerSize },
  ];
}

function matrices(model: Model, hidden: number, size: number, layers: number, copies: number): Part[] {
  const routed = copies > 1;
  const perLayer = hidden * size * copies;
  const ups: Part[] = model.ungatedFeedForward
    ? [{ role: "up", perLayer, layers, row: hidden, routed }]
    : [
        { role: "gate", perLayer, layers, row: hidden, routed },
        { role: "up", perLayer, layers, row: hidden, routed },
      ];
  return [...ups, { role: "down", perLayer, layers, row: size, routed }];
}

/** Parameters in routed experts by what stays inactive; all that is left where nobody says how much is active. */
function routedParameters({ experts, parametersBillions = 0, activeBillions }: Model, left: number): number {
  if (!experts) return 0;
  const { count, perToken } = experts;
  if (activeBillions === undefined || count === perToken) return left;
  return Math.min(left, ((parametersBillions - activeBillions) * 1e9 * count) / (count - perToken));
}

/** A feed-forward part of which only the parameters are known: three equal matrices. */
function unknownFeedForward(model: Model, layers: number, left: number): Part[] {
  const routed = routedParameters(model, left);
  const of = (parameters: number, isRouted: boolean): Part[] =>
    (["gate", "up", "down"] as const).map((role) => ({
      role,
      perLayer: Math.max(0, parameters) / 3 / layers,
      layers,
      row: unknownRow,
      routed: isRouted,
    }));
  return [...of(left - routed, false), ...of(routed, true)].filter(({ perLayer }) => perLayer > 0);
}

function feedForwardParts(model: Model, { layers, hidden }: Shape, remaining: number): Part[] {
  const { experts, intermediateSize: size } = model;
  const own = model.feedForwardLayers ?? layers;
  if (!size) return unknownFeedForward(model, own, Math.max(0, remaining));
  const { wideFeedForward: wide } = model;
  if (!experts)
    return [
      ...matrices(model, hidden, size, own - (wide?.layers ?? 0), 1),
      ...(wide ? matrices(model, hidden, wide.size, wide.layers, 1) : []),
    ];
  const dense = experts.denseLayers ?? 0;
  const mixed = own - dense;
  const shared = experts.sharedSize ?? (experts.shared ?? 0) * size;
  return [
    ...matrices(model, hidden, size, mixed, experts.count),
    ...(shared > 0 ? matrices(model, hidden, shared, mixed, 1) : []),
    ...(dense > 0 ? matrices(model, hidden, experts.denseSize ?? size, dense, 1) : []),
    { role: "full", perLayer: experts.count * hidden, layers: mixed, row: hidden },
  ];
}

/** Gemma's embeddings per layer: gates to them in every layer, and one projection that is kept in 16 bit. */
function layerEmbeddingParts({ layerEmbeddingSize: size = 0 }: Model, { layers, hidden }: Shape): Part[] {
  return [
    { role: "other", perLayer: 2 * hidden * size, layers, row: size },
    { role: "half", perLayer: hidden * size * layers, layers: 1, row: hidden },
  ];
}

/** What the named tensors leave of the total: norms and biases in full precision, more of it in the base type. */
function restParts(rest: number, { layers, hidden }: Shape): Part[] {
  const full = Math.min(Math.max(0, rest), fullValuesPerWidth * hidden * layers);
  return [
    { role: "full", perLayer: full, layers: 1, row: hidden },
    { role: "other", perLayer: Math.max(0, rest - full), layers: 1, row: unknownRow },
  ];
}

/** The tensors of a model's language part by role; parameters add up to its total without the vision tower. */
export function tensorClasses(model: Model): TensorClass[] {
  const outside = (model.visionParametersMillions ?? 0) + (model.auxiliaryParametersMillions ?? 0);
  const total = Math.max(0, (model.parametersBillions ?? 0) * 1e9 - outside * 1e6);
  const shape = { layers: model.layers ?? 1, hidden: model.hiddenSize ?? 0 };
  const table = Math.min(total, (model.vocabularySize ?? 0) * shape.hidden);
  const tables: Part[] = [
    { role: "embedding", perLayer: table, layers: 1, row: shape.hidden },
    { role: "output", perLayer: model.tiedEmbeddings === false ? table : 0, layers: 1, row: shape.hidden },
    {
      role: "layer-embedding",
      perLayer: (model.layerEmbeddingSize ?? 0) * shape.layers * (model.vocabularySize ?? 0),
      layers: 1,
      row: (model.layerEmbeddingSize ?? 0) * shape.layers,
    },
  ];
  const attention = [
    ...attentionParts(model, shape),
    ...recurrentParts(model, shape),
    ...(model.layerEmbeddingSize ? layerEmbeddingParts(model, shape) : []),
  ];
  const left = total - parametersOf(tables) - parametersOf(attention);
  const inner = [...attention, ...feedForwardParts(model, shape, left)];
  const rest = total - parametersOf(tables) - parametersOf(inner);
  // A shape that claims more than the published total is scaled down to it.
  const scale = rest < 0 ? Math.max(0, 1 + rest / parametersOf(inner)) : 1;
  const attending = parametersOfGroups(attention.filter(({ role }) => isValue(role)));
  const parts = [...tables, ...inner, ...restParts(rest, shape)];
  return parts.map((part) => ({
    ...part,
    perLayer: inner.includes(part) ? part.perLayer * scale : part.perLayer,
    // Mixtures count by the layer's number, dense models by the tensors they have met.
    members: isValue(part.role)
      ? attending
      : model.experts
        ? shape.layers
        : (model.feedForwardLayers ?? shape.layers),
    counted: isValue(part.role) ? attending : shape.layers,
    routed: part.routed ?? false,
  }));
}
