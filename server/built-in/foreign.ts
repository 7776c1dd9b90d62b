import type { Reading } from "./reading.ts";

/** What people ask of any program that answers, and what no board is sized for. */
const foreign =
  /\b(?:weather|forecast|poem|poetry|song|lyrics|joke|story|recipes?|cook(?:ing)?|headache|fever|symptoms of|ibuprofen|paracetamol|aspirin|medicine|medication|doctor|diagnosis|capital of|president|election|football|soccer|world cup|olympics|movie|film|horoscope|stocks?|shares|crypto|bitcoin|gaming|gamer|laptop|notebook computer|phone|smartphone|iphone|tablet|translate|homework|essay|solve|keylogger|malware|ransomware|virus|in the cloud|system prompt|(?:python|javascript|java|rust|c\+\+) (?:function|script|program|code))\b/i;

/** Words of the field: a question that has one is answered, whatever else it speaks of. */
const ownField =
  /\b(?:jetson|orin|thor|xavier|tegra|jetpack|l4t|cuda|tensorrt|inference|tokens?|tok\/s|LLMs?|VLMs?|VLAs?|(?:language|vision|speech|local|AI) models?|\d+(?:\.\d+)?B|quanti[sz]\w*|gguf|on[-\s]device|edge|embedded|robots?|cameras?|detect\w*|boards?)\b/i;

/** A program is to be written, whatever it is for: this one sizes, and writes none. */
const toWrite =
  /\b(?:write|generate|give|show|send|need)\s+(?:me\s+|us\s+)?(?:an?\s+|some\s+|the\s+)?(?:\w+\s+)?(?:python|javascript|typescript|java|rust|c\+\+|bash|shell|ros|cuda)?\s*(?:script|program|function|code|class|snippet|docker\s?file|launch\s+file)\b/i;

/** True where a question is none of this program's business: nothing is looked up and nothing is claimed. */
export function isForeign(question: string, { boards, models, quantizations, runtimes }: Reading): boolean {
  if (toWrite.test(question) && boards.length === 0) return true;
  const named = boards.length + models.length + quantizations.length + runtimes.length;
  return named === 0 && foreign.test(question) && !ownField.test(question);
}
