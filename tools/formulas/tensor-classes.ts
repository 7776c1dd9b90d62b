import type { Model } from "../../knowledge/schema.ts";
import type { TensorRole } from "../../knowledge/tensor-mix.ts";

/** Tensors of one role: parameters over all layers, the length of a row, and how rules count their layers. */
export type TensorClass = {
  role: TensorRole;
  parameters: number;
  row: number;
  /** True for routed experts, of which a token reads only some. */
  routed: boolean;
  /** Such tensors that a model has, of so many layers that it counts. */
  members: number;
  counted: number;
};

/** Norms, biases and small gates come to no more than this many values per layer and hidden value. */
const fullValuesPerWidth = 16;
/** Every block size divides this: the row length of tensors nobody described. */
const unknownRow = 256;

type Shape = { layers: number; hidden: number };
type Part = { role: TensorRole; perLayer: number; layers: number; row: number; routed?: boolean };

const isValue = (role: TensorRole) => role === "value" || role === "fused-attention";

const parametersOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { perLayer, layers }) => sum + perLayer * layers, 0);

const layersOf = (groups: readonly { layers: number }[]): number =>
  groups.reduce((sum, { layers }) => sum + layers, 0);

/** Groups of attention layers with one shape; a sliding layer may have other heads than a full one. */
function attentionGroups(model: Model, { layers }: Shape) {
  const owners = model.kvGroups ?? [];
  const attention = model.attentionLayers ?? (model.recurrent ? undefined : layers);
  const total = layersOf(owners);
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

function recurrentParts(recurrent: NonNullable<Model["recurrent"]>, { hidden }: Shape): Part[] {
  const { kind, layers, inputSize, gateSize = 0, innerSize } = recurrent;
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
function layerEmbeddingParts(size: number, { layers, hidden }: Shape): Part[] {
  return [
    { role: "other", perLayer: 2 * hidden * size, layers, row: size },
    { role: "half", perLayer: hidden * size * layers, layers: 1, row: hidden },
  ];
}

/** What the named tensors leave of the total: norms and biases in full precision, more of it in the base type. */
function restParts(rest: number, { layers, hidden }: Shape): Part[] {
  if (rest <= 0) return [];
  const full = Math.min(rest, fullValuesPerWidth * hidden * layers);
  const parts: Part[] = [{ role: "full", perLayer: full, layers: 1, row: hidden }];
  if (rest > full) parts.push({ role: "other", perLayer: rest - full, layers: 1, row: unknownRow });
  return parts;
}

/** The tables of a model: token embedding, head where it is one of its own, embeddings per layer. */
function tableParts(model: Model, { layers, hidden }: Shape, total: number): Part[] {
  const { vocabularySize = 0, layerEmbeddingSize, tiedEmbeddings } = model;
  const table = { perLayer: Math.min(total, vocabularySize * hidden), layers: 1, row: hidden };
  const parts: Part[] = [{ role: "embedding", ...table }];
  if (tiedEmbeddings === false) parts.push({ role: "output", ...table });
  if (layerEmbeddingSize) {
    const row = layerEmbeddingSize * layers;
    parts.push({ role: "layer-embedding", perLayer: row * vocabularySize, layers: 1, row });
  }
  return parts;
}

/** How rules count layers: mixtures by the layer's number, dense models by the tensors they have met. */
function toClasses(model: Model, parts: readonly Part[], scale: number, attending: number): TensorClass[] {
  const layers = model.layers ?? 1;
  const members = model.experts ? layers : (model.feedForwardLayers ?? layers);
  return parts.map(({ role, perLayer, layers: own, row, routed = false }) => {
    const isCountedApart = isValue(role);
    return {
      role,
      parameters: perLayer * own * scale,
      row,
      routed,
      members: isCountedApart ? attending : members,
      counted: isCountedApart ? attending : layers,
    };
  });
}

/** The tensors of a model's language part by role; parameters add up to its total without the vision tower. */
export function tensorClasses(model: Model): TensorClass[] {
  const outside = (model.visionParametersMillions ?? 0) + (model.auxiliaryParametersMillions ?? 0);
  const total = Math.max(0, (model.parametersBillions ?? 0) * 1e9 - outside * 1e6);
  const shape = { layers: model.layers ?? 1, hidden: model.hiddenSize ?? 0 };
  const tables = tableParts(model, shape, total);
  const inner = attentionParts(model, shape);
  if (model.recurrent) inner.push(...recurrentParts(model.recurrent, shape));
  if (model.layerEmbeddingSize) inner.push(...layerEmbeddingParts(model.layerEmbeddingSize, shape));
  const attending = layersOf(inner.filter(({ role }) => isValue(role)));
  const left = total - parametersOf(tables);
  inner.push(...feedForwardParts(model, shape, left - parametersOf(inner)));
  const claimed = parametersOf(inner);
  // A shape that claims more than the published total is scaled down to it.
  const scale = claimed > left ? Math.max(0, left / claimed) : 1;
  const beside = [...tables, ...restParts(left - claimed, shape)];
  return [...toClasses(model, beside, 1, attending), ...toClasses(model, inner, scale, attending)];
}
