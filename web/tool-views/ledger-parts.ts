/** A part of the ledger: what it is called, what it is, and what makes it larger or smaller. */
export type LedgerPart = { name: string; what: string; changes: string };

const parts = new Map<string, LedgerPart>([
  [
    "weights",
    {
      name: "Weights",
      what: "The numbers of the model, held for as long as it is loaded.",
      changes: "Fewer bits a weight (the quantization) or a smaller model.",
    },
  ],
  [
    "host",
    {
      name: "Weights on the CPU side",
      what: "Weights that the runtime keeps on the processor's side, such as the table of tokens. It is the same memory.",
      changes: "The quantization and the runtime.",
    },
  ],
  [
    "kv-cache",
    {
      name: "KV cache",
      what: "What the model remembers of the conversation: keys and values of every token.",
      changes: "Less context, fewer conversations at a time, or a smaller type of cache.",
    },
  ],
  [
    "state",
    {
      name: "Recurrent state",
      what: "The memory of layers that keep a state of one size, however long the context.",
      changes: "Fewer conversations at a time.",
    },
  ],
  [
    "draft",
    {
      name: "Draft model",
      what: "The small model that guesses tokens ahead, with its own cache.",
      changes: "No speculative decoding, or a smaller draft.",
    },
  ],
  [
    "compute",
    {
      name: "Compute buffers",
      what: "Room for what is computed in between, layer after layer.",
      changes: "Smaller batches of the prompt; for a detector, a smaller input.",
    },
  ],
  [
    "vision",
    {
      name: "Vision encoder",
      what: "What turns an image into tokens: its weights, and its buffers while it works.",
      changes: "Smaller or fewer images.",
    },
  ],
  [
    "runtime",
    {
      name: "CUDA and libraries",
      what: "CUDA's context and the libraries that every process on the GPU loads for itself.",
      changes: "Another runtime, or several models in one process.",
    },
  ],
  [
    "streams",
    {
      name: "Camera streams",
      what: "Decoded frames that wait for the detector.",
      changes: "Fewer cameras, or smaller pictures.",
    },
  ],
  [
    "cache",
    {
      name: "Cache growth",
      what: "What the runtime and the system come to keep while the model is used.",
      changes: "No prompt cache, or a limit to it.",
    },
  ],
  [
    "os",
    {
      name: "Operating system",
      what: "The system itself, with or without a desktop.",
      changes: "Running headless, without the desktop.",
    },
  ],
  [
    "reserve",
    {
      name: "Reserve",
      what: "Left alone on purpose, so that a load peak ends nothing. A plan that needs it is tight.",
      changes: "Nothing: it belongs to the board.",
    },
  ],
  [
    "free",
    {
      name: "Free",
      what: "Nothing of the plan takes it.",
      changes: "Room for more context, better quantization or another model.",
    },
  ],
]);

/** What a part is; one that the page does not know is called by its own name. */
export function partOf(id: string): LedgerPart {
  return parts.get(id) ?? { name: id, what: "A part that this page does not know.", changes: "" };
}
