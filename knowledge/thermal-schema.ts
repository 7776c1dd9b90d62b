import { z } from "zod";
import { Confidence, Device, SourceIds } from "./schema.ts";

/** What a document says of heat or supply, and the boards and modes it holds for; a condition left out holds for all. */
export const ThermalNote = z.strictObject({
  about: z.enum(["throttling", "cooling", "electrical", "mode"]),
  classes: z.array(Device.shape.class.unwrap()).optional(),
  /** Compute capabilities of the GPU: 8.7 is Orin, 11 is Thor. */
  generations: z.array(z.number()).optional(),
  /** Ids of single boards. */
  devices: z.array(z.string()).optional(),
  /** Holds only in a mode without a power cap. */
  uncapped: z.boolean().default(false),
  text: z.string(),
  source: SourceIds,
  confidence: Confidence,
});
export type ThermalNote = z.infer<typeof ThermalNote>;
