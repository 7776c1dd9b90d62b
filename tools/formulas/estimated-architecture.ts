import type { Model } from "../../knowledge/schema.ts";

/** Assumed shape of a dense model of which only the size is known. */
export type UnknownShape = {
  layersFactor: number;
  kvHeads: number;
  headSize: number;
  vocabularySize: number;
};

/** Widths are multiples of this, so that every format can split their rows. */
const widthStep = 256;
/** Parameters of a dense layer are about this many times the square of its width. */
const parametersPerSquaredWidth = 12;

/** True when the model's own record leaves nothing to assume about its cache. */
export function isArchitectureKnown(model: Model): boolean {
  return Boolean(
    model.kvGroups ||
      (model.latentKvSize && model.layers) ||
      (model.layers && model.kvHeads && model.headSize),
  );
}

/** Fills the shape of a model of unknown architecture: layers by the cube root of its size, heads as is usual. */
export function estimatedArchitecture(model: Model, shape: UnknownShape): Model {
  if (isArchitectureKnown(model) || model.parametersBillions === undefined) return model;
  const layers =
    model.layers ?? Math.max(1, Math.round(shape.layersFactor * Math.cbrt(model.parametersBillions)));
  const width = Math.sqrt((model.parametersBillions * 1e9) / (parametersPerSquaredWidth * layers));
  return {
    ...model,
    layers,
    kvHeads: model.kvHeads ?? shape.kvHeads,
    headSize: model.headSize ?? shape.headSize,
    hiddenSize: model.hiddenSize ?? Math.max(1, Math.round(width / widthStep)) * widthStep,
    vocabularySize: model.vocabularySize ?? shape.vocabularySize,
  };
}
