import type { Circumstance, Symptom } from "../../knowledge/trouble-schema.ts";

/** A way to report a symptom. A question for what may happen ("will it be killed?") reports nothing, unless `asks`. */
export type SymptomWords = { symptom: Symptom; words: RegExp; asks?: true };

const not = "(?:not|never|no longer|n[’']?t|cannot)";
const later =
  "(?:few|some|several|couple|while|\\d+|an?)\\s*(?:of\\s+)?(?:\\w+\\s+)?(?:turns?|requests?|minutes?|hours?|days?|messages?|prompts?|questions?|replies|answers|images?|runs?)?";

/** Ways to say it, in English; each symptom once however often it is said. */
export const symptomWords: readonly SymptomWords[] = [
  {
    symptom: "runs-on-cpu",
    words:
      /\b(?:runs?|running|ran|stays?|stuck|executes?|executed|works?|working|falls?\s+back|fell\s+back|falling\s+back|fallback)\b[^.?!]{0,40}\b(?:on|to)\s+(?:the\s+|my\s+)?CPU\b/i,
  },
  { symptom: "runs-on-cpu", words: /\b(?:100|9\d)\s?%\s+(?:of\s+the\s+)?CPU\b|\bCPU[\s-]+only\b/i },
  {
    symptom: "runs-on-cpu",
    words:
      /\b(?:0\s?%|zero|no)\s+GPU\b(?!\s+(?:is\s+)?(?:found|detected|available|device))|\bGPU\b[^.?!]{0,20}\b(?:0\s?%|idle|unused|sits\s+there)|\binstead\s+of\s+(?:the\s+)?GPU\b/i,
  },
  {
    symptom: "runs-on-cpu",
    words: new RegExp(
      `\\b\\w*${not}\\s+(?:even\\s+)?(?:touch|use|uses|using|utili[sz]e|load\\s+onto)(?:e?s)?\\b[^.?!]{0,20}\\b(?:GPU|CUDA)\\b|\\bnever\\s+(?:touches|uses)\\b[^.?!]{0,20}\\bGPU\\b|\\bGPU\\b[^.?!]{0,20}\\b(?:isn[’']?t|not|never)\\s+(?:being\\s+)?used\\b`,
      "i",
    ),
  },
  {
    symptom: "runs-on-cpu",
    words:
      /\bhow\s+(?:do|can|could|to)\b[^.?!]{0,40}\b(?:get|make|force|use|enable)\b[^.?!]{0,30}\b(?:GPU|CUDA\s+cores?)\b/i,
    asks: true,
  },
  {
    symptom: "gpu-not-found",
    words: new RegExp(
      `\\b(?:GPU|CUDA)\\b[^.?!]{0,30}${not}\\s+(?:be\\s+|being\\s+)?(?:detected|found|recogni[sz]ed|visible|seen|available|listed)|\\b${not}\\s+(?:see|find|detect|recogni[sz]e)s?\\b[^.?!]{0,30}\\b(?:GPU|CUDA)|\\bno\\s+(?:CUDA|GPU)[\\s-]*(?:capable\\s+)?(?:devices?|GPU)?\\s*(?:was\\s+|is\\s+)?(?:found|detected|available|visible)|\\bdrivers?\\s+(?:are\\s+)?not\\s+loaded`,
      "i",
    ),
  },
  {
    symptom: "gpu-not-found",
    words:
      /\b(?:failed|unable|fails)\s+to\s+initiali[sz]e\s+CUDA|\bis_available\(?\)?\s*(?:is|returns|=+|gives|says|prints)?\s*False|\bacceleration\b[^.?!]{0,15}\b(?:missing|gone|lost|broken)|\bNvRmMemInitNvmap|\blost\s+(?:the\s+)?(?:GPU|CUDA)|\bCUDA\s+(?:is\s+)?unavailable|\b(?:GPU|CUDA)\s+(?:has\s+)?disappeared/i,
  },
  {
    symptom: "killed-later",
    words: new RegExp(
      `\\b(?:dies|died|crash\\w*|kill\\w*|OOMs?|freez\\w+|froze|hangs?|hung|reboots?|out\\s+of\\s+memory)\\b[^.?!]{0,40}\\bafter\\s+(?:a\\s+|about\\s+|only\\s+)?${later}`,
      "i",
    ),
  },
  {
    symptom: "reboots",
    words:
      /(?<!\b(?:after|by|before|without|I|we|then)\s+)\b(?:reboots|rebooting|rebooted)\b|\b(?:makes?|causes?|forces?|lets?)\b[^.?!]{0,30}\breboot\b|\b(?:hard|random|spontaneous|unexpected|sudden)[\s-]+(?:reboots?|resets?|shut\s?downs?)\b|\bbrown[\s-]?outs?\b/i,
  },
  {
    symptom: "reboots",
    words:
      /\b(?:jetson|orin|thor|nano|nx|agx|xavier|boards?|kit|module|device|machine|system|robot|box|it)\b[^.?!]{0,40}\b(?:restarts|restarting|restarted|(?:shuts?|shutting)\s+(?:itself\s+)?(?:down|off)|powers?\s+(?:itself\s+)?(?:off|down)|(?:turns?|switches)\s+(?:itself\s+)?off|resets(?:\s+itself)?|resetting|loses\s+power|goes\s+(?:black|dark|dead))\b/i,
  },
  {
    symptom: "allocation-fails",
    words:
      /\bCUDA\b[^.?!]{0,12}\bout\s+of\s+memory|\bcudaMalloc\b[^.?!]{0,30}\bfail|\bNvMap\w*|\berror\s+12\b|\b(?:failed|unable|fails|cannot|can[’']?t)\s+(?:to\s+)?allocate|\ballocation\b[^.?!]{0,30}\b(?:fail\w*|refused)|\bcudaErrorMemoryAllocation/i,
  },
  {
    symptom: "memory-not-released",
    words: new RegExp(
      `\\bmemory\\b[^.?!]{0,40}${not}\\s+(?:being\\s+|be\\s+|get\\s+)?(?:released|freed|returned|given\\s+back)|\\w*${not}\\s+(?:release|free|return|give\\s+back)s?\\b[^.?!]{0,25}\\b(?:memory|RAM)|\\b(?:memory|RAM)\\s+(?:stays|remains|is\\s+still)\\s+(?:high|used|allocated|occupied|full|in\\s+use)|\\bmemory\\s+leak|\\bleaks?\\s+memory`,
      "i",
    ),
  },
  {
    symptom: "takes-all-memory",
    words:
      /\b(?:eats?|eating|takes?|taking|uses?|using|allocates?|grabs?|consumes?|hogs?|fills?|occupies|reserves?)\b[^.?!]{0,20}\b(?:all|whole|entire|everything|more\s+than|almost|nearly)\b|\bmemory[-_ ]utili[sz]ation\b[^.?!]*\b(?:not|n[’']?t|ignored|ignores|wrong|strange|odd)/i,
  },
  {
    symptom: "relies-on-swap",
    words:
      /\b(?:with|use|using|add|adding|added|enough|enable|enabling|through|via|more)\b[^.?!]{0,20}\b(?:swap|zram)\b(?!\s*space)|\b\d+\s?Gi?B?\s+(?:of\s+)?(?:NVMe\s+)?swap\b|\bswap\b[^.?!]{0,25}\bhelp/i,
    asks: true,
  },
  {
    symptom: "low-precision-gains-nothing",
    words:
      /\b(?:gains?|improves?|gets?|speeds?\s+up)\s+(?:only|just|hardly|barely|nothing|no)\b[^.?!]*\b(?:FP8|FP4|NVFP4|INT8)|\b(?:FP8|FP4|NVFP4|INT8)\b[^.?!]{0,40}\b(?:no\s+(?:faster|speed-?up|gain|benefit)|not\s+(?:any\s+)?faster|(?:only|hardly|barely)\s+(?:~?\d+\s?%\s+)?faster|same\s+(?:speed|size))|\bbuilds?\b[^.?!]{0,20}\bFP32\b|\bfalls?\s+back\s+to\s+FP(?:32|16)|\bengine\b[^.?!]{0,25}\b(?:as|too|twice|much)\s+(?:as\s+)?(?:large|big|larger|bigger)\b|\bengine\b[^.?!]{0,15}\bnot\s+quanti[sz]ed/i,
  },
  {
    symptom: "not-supported-by-release",
    words:
      /\bunsupported\s+JetPack|\bsupport(?:s|ed)?\b[^.?!]{0,40}\b(?:JetPack|JP|L4T)\s?R?\d|\b(?:JetPack|JP|L4T)\s?R?\d[\d.]*\b[^.?!]{0,40}\b(?:support(?:s|ed)?|unsupported|compatible)\b|\bcompatible\b[^.?!]{0,20}\b(?:JetPack|JP|L4T)\s?\d|\b(?:only\s+has|stuck\s+(?:on|with|at)|limited\s+to|ends?\s+(?:at|with))\s+(?:JetPack|JP|CUDA|L4T)\s?\d|\b(?:wants?|needs?|requires?)\s+CUDA\s?1[2-9]/i,
    asks: true,
  },
  {
    symptom: "will-not-start",
    words: new RegExp(
      `\\b(?:will|does|do|did|can|could|is|wo|ca)?\\s*${not}\\s+(?:even\\s+)?(?:start|launch|come\\s+up|boot)(?:s|ing)?\\b|\\b(?:won|doesn|can|couldn|didn)[’']?t\\s+(?:even\\s+)?(?:start|launch|come\\s+up)|\\b(?:fails?|failed|refuses?|unable)\\s+to\\s+(?:start|launch|come\\s+up)|\\bcontainer\\b[^.?!]{0,40}\\b(?:fails?|crash\\w*|exits?)|\\bcrash(?:es|ed)?\\s+(?:at|on|during)\\s+(?:start\\w*|launch)|\\bno\\s+kernel\\s+image|\\bsm_110a?\\b[^.?!]{0,10}\\bnot\\s+defined`,
      "i",
    ),
  },
];

/** Ends of a process that tell by other words whether it was at the load or later. */
export const killedWords =
  /\bkilled\b|\bkills\b|\bOOM(?:s|ed)?\b|\b(?:runs?|ran|running|goes|went)\s+out\s+of\s+(?:memory|RAM)|\bout\s+of\s+memory\b|\b(?:crash(?:es|ed|ing)?|freez\w+|froze|hangs?|hung|locks?\s+up|unresponsive|dies)\b[^.?!]{0,40}\bload/i;

/** Complaints of speed. */
export const slowWords: readonly RegExp[] = [
  /\b(?:only|just|barely|stuck\s+at)\s+(?:get(?:s|ting)?\s+|reach(?:es)?\s+)?(?:about\s+|around\s+|~\s?)?\d[\d.]*\s*(?:[-–]\s*\d[\d.]*\s*)?(?:FPS|frames|tok\w*|t\/s|Hz)/i,
  /\b\d[\d.]*\s*(?:[-–]\s*\d[\d.]*\s*)?(?:FPS|tok\w*\/s\w*|t\/s|Hz)\b[^.?!]{0,40}\b(?:vs\.?|versus|instead\s+of|rather\s+than|while|whereas|but)\b[^.?!]{0,40}\b(?:\d|README|tutorial|docs?|documentation|published|advertised|promised)/i,
  /\b\d[\d.]*\s*(?:vs\.?|versus|instead\s+of|rather\s+than)\s*(?:the\s+|about\s+)?\d[\d.]*\s*(?:FPS|tok\w*\/s\w*|t\/s|Hz)\b/i,
  /\b\d[\d.]*\s*(?:[-–]\s*\d[\d.]*\s*)?(?:FPS|tok\w*\/s\w*|t\/s|Hz)[^.?!]{0,30}\b(?:README|tutorial|the\s+docs|NVIDIA)\s+(?:says?|claims?|lists?|shows?|gets?)/i,
  /\b(?:cannot|can[’']?t|can\s+not|unable\s+to|not\s+able\s+to|fail(?:s|ed)?\s+to|don[’']?t|doesn[’']?t)\s+(?:reproduce|reach|match|get\s+near|get\s+close|come\s+close)\b/i,
  /\b(?:below|under|short\s+of|slower\s+than|lower\s+than|less\s+than)\s+(?:NVIDIA[’']?s?\s+|the\s+|what\s+(?:NVIDIA\s+|is\s+)?)*(?:published|publishes|advertised|official|expected|promised|claimed|stated|benchmarks?|README|it\s+should)/i,
  /\b(?:horribly|terribly|extremely|painfully|very|too|really|super|unusably|awfully|incredibly|ridiculously|unexpectedly)\s+(?:slow|laggy)\b|\bslow\s+as\b|\b(?:far|well|way)\s+(?:below|from)\s+real[\s-]?time/i,
  /\bwhy\s+(?:is|are|does|do)\b[^.?!]*\b(?:so|this|that|such)\s+(?:slow\w*|low)\b/i,
  /\bmy\s+[\w\s.-]{2,40}\b(?:is|are|runs?|feels?)\s+(?:\w+\s+)?slow\b/i,
  /\bwhere\s+is\s+(?:the|my)\s+(?:advertised|promised|published)\s+(?:speed|performance)/i,
  /\b(?:is|are)\b[^?!]*\d[\d.]*\s*(?:FPS|ms|frames)\b[^?]*\b(?:expected|normal)\b/i,
  /\b(?:my|I|we)\b[^?!]*\b\d[\d.]*\s*(?:tok\w*\/s\w*|t\/s|tokens?\s+(?:per|a)\s+sec\w*)[^?!]*\b(?:normal|expected|too\s+low)\b/i,
  /\b\d[\d.]*\s*(?:s|ms|sec|seconds?|FPS)\b[^?!]*[.,;]?\s*(?:is\s+(?:this|that|it)\s+)?(?:normal|expected)\s*\?/i,
  /\b(?:is|at)\s+\d[\d.]*\s*(?:Hz|FPS)\b[^?]*\bhow\s+(?:can|do|to|could)\b/i,
  /\b\d[\d.]*\s*(?:tok\w*\/s\w*|t\/s)\b[^?]*\b(?:tensor\s+cores?\s+(?:being\s+)?used|that\s+FP16)/i,
  /\b\d[\d.]*\s*ms\b[^?]*\b(?:end[\s-]to[\s-]end|which\s+(?:precision|power\s+mode))/i,
  /\b(?:suddenly|since|became|got|much|far)\s+(?:\w+\s+){0,6}slower\b(?!\s+than\s+(?:an?\s+|the\s+)?(?:Orin|AGX|Thor|Xavier|Nano|DGX|RTX|Jetson))/i,
];

/** Frames, not tokens. */
export const videoWords =
  /\bFPS\b|\bframes?\b|\b(?:an|per|each)\s+image|\bcameras?\b|\bYOLO\w*|\bdetect(?:ion|or|Net)\b|\bSAM\s?-?[23]?\b|\bpose\b|\bsegment\w*|\breal[\s-]?time\b|\bvideo\b/i;

/** Several cameras are a question of streams, which is another desk. */
export const streamWords =
  /\bRTSP\b|\b(?:[2-9]|\d\d|two|three|four|five|six|seven|eight|many|multiple|several)\s+(?:\w+\s+){0,2}(?:cameras?|cams?|streams?|sources?)\b/i;

/** What a report mentions beside its symptom. */
export const circumstanceWords: readonly (readonly [Circumstance, RegExp])[] = [
  ["container", /\bdocker\b|\bcontainers?\b|\bpodman\b|\bcompose\b/i],
  [
    "pytorch",
    /\b(?:py)?torch\b|\bdetect\.py\b|\bwheels?\b|\bultralytics\b|\bctranslate2\b|\bfaster-whisper\b|\bonnxruntime\b|\byolov?5\w*\b[^.?!]*\bpython/i,
  ],
  ["python", /\bpython\b|\bopencv\b|\bcv2\b|\b\w+\.py\b/i],
  ["tensorrt", /\bTensorRT\b|\btrtexec\b|\bengine\b/i],
  ["gguf", /\bgguf\b|\bllama\.cpp\b/i],
  ["isaac-ros", /\bisaac[\s_-]*ros\b|\bnvblox\b|\bcuVSLAM\b/i],
  ["nanollm", /\bNanoLLM\b|\bVILA/i],
  ["gr00t", /\bGR00T\b/i],
  ["segmentation", /\bSAM\s?-?[23]?\b|\bsegment\w*/],
  ["exo", /\bexo\b/i],
  [
    "after-upgrade",
    /\bupgrad\w+|\bupdat(?:ed|ing|e)\b|\bmov(?:ed|ing)\b|\bafter\s+(?:llama\.cpp|installing|flashing|b\d{4})|\bsince\b/i,
  ],
  ["permission", /\bpermission\s+denied\b|\bgroups?\b[^.?!]*\bvideo\b|\b\/dev\/nvmap\b/i],
  ["nvidia-smi", /\bnvidia-smi\b/i],
  ["fragmentation", /\bfragment\w*|\bshould\s+fit\b|\breboot\w*|\bdocs\s+say\b|\bfree\b/i],
  [
    "chat-turns",
    /\bturns?\b|\bconversation\b|\bmessages\b|\bchats?\s+(?:gets?|grows?)|\brequests\b|\bprompts\b/i,
  ],
  ["vision", /\bVLMs?\b|\bvision\b|\bVILA|\b[\w.-]*-?VL-?\w*\b(?<=VL\S*)/],
  ["robot-policy", /\bVLAs?\b|\bOpenVLA\b|\bpi0\b|\bpolicy\b|\bactions?\b/i],
  ["low-precision", /\b(?:NV|MX)?FP[48]\b/i],
  ["attention", /\bViTs?\b|\battention\b|\bMHA\b|\btransformer\b/],
  ["draft-model", /\bMTP\b|\bEAGLE|\bspeculative\b|\bdraft\b/i],
  ["precision-asked", /\btensor\s+cores?\b|\bthat\s+FP16\b|\bwhich\s+(?:precision|quanti[sz]ation)\b/i],
  ["conditions-asked", /\bend[\s-]to[\s-]end\b/i],
  ["power-mode", /\bpower\s+mode\b|\bat\s+\d+\s?W\b|\bnvpmodel\b|\bMAXN/i],
  ["quantizes-here", /\bquanti[sz](?:e|es|ing|ation)\b|\bconver(?:t|ts|ting|sion)\b/i],
  [
    "second-process",
    /\bsecond\s+(?:process|model|container|instance)|\bnext\s+to\b|\balongside\b|\bat\s+the\s+same\s+time\b/i,
  ],
  ["desktop", /\bdesktop\b|\bGNOME\b|\bheadless\b|\bGUI\b/i],
  ["swap", /\bswap\b|\bzram\b/i],
  [
    "free-memory",
    /\bfree\b[^.?!]*\b(?:memory|available|GB|GiB)|(?:GB|GiB|memory)\s+(?:is\s+)?available\b|\butili[sz]ation\b|\bless\s+than\s+desired\b/i,
  ],
  ["images", /\bimages\b|\bmmproj\b|\bprojector\b/i],
  ["loading", /\balloc\w*|(?<!\bunder\s+(?:\w+\s+)?)\bload(?:s|ing|ed)?\b/i],
  [
    "under-load",
    /\bunder\s+(?:\w+\s+)?load\b|\bfull\s+(?:load|power|speed)\b|\bbatter(?:y|ies)\b|\bMAXN|\bpower\s+supply\b|\bpeaks?\b/i,
  ],
  ["cameras", /\bcameras?\b|\bstreams?\b|\bVSS\b/i],
];
