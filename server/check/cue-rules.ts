/** What words say of the number beside them. */
export type CueRule = {
  quantities: readonly string[];
  units: readonly string[];
  /** A verb such as "needs" yields to the noun before or behind it. */
  isVerb?: boolean;
  /** Below zero: "short"; above: "free". */
  sign?: "negative" | "positive";
  /** Which end of an interval the words name. */
  end?: "low" | "high";
  words: string;
};

const speeds = ["decode", "aggregate", "measured", "claimed"] as const;
const bytes = ["B"] as const;
const speed = ["tok/s"] as const;

/** Words for the common amounts in English, German, French, Spanish, Chinese and Japanese. */
export const cueRules: readonly CueRule[] = [
  {
    quantities: ["needed"],
    units: bytes,
    isVerb: true,
    words:
      "needs?|needed|needing|requires?|required|requiring|takes?|took|taking|uses?|used|using|occup(?:y|ies|ying)|consumes?|consuming|demands?|wants?|totals?|adds? up to|comes? to|in all|in total|altogether|footprint|memory use|usage|total|benötigt|benötigen|braucht|brauchen|belegt|belegen|bedarf|insgesamt|nécessite(?:nt)?|demande(?:nt)?|occupe(?:nt)?|requiert|requièrent|besoin|au total|il faut|necesitan?|requieren?|ocupan?|usan?|consumen?|en total|hacen falta|需要|占用|总共|共需|总计|一共|必要|使用し|占め|合計",
  },
  {
    quantities: ["headroom", "measured-memory"],
    units: bytes,
    sign: "positive",
    words:
      "another|free|spare|left|headroom|margin|remain(?:s|ing)?|leaves?|leaving|to spare|unused|room|frei|übrig|spielraum|libres?|reste(?:nt)?|restants?|marge|quedan?|quedando|sobran?|margen|deja|剩余|余量|空闲|剩下|富余|剩|余裕|空き|残り|残る|残ります",
  },
  {
    quantities: ["headroom"],
    units: bytes,
    sign: "negative",
    words:
      "short|short by|shortfall|shortage|missing|lack(?:s|ing)?|deficit|over budget|over the limit|too (?:much|little|big|large)|exceed(?:s|ing)?|overshoots?|fehlen|fehlt|zu wenig|zu viel|manquent|manque|trop|dépasse|faltan?|excede|不足|缺少|缺|还差|超出|超过|足りない|足りません|超過",
  },
  {
    quantities: ["available", "sold"],
    units: bytes,
    isVerb: true,
    words:
      "reports?|reporting|usable|available|has|have|having|with|offers?|offering|provides?|capacity|comes with|memtotal|meldet|melden|verfügbar|verfügbare[nrs]?|nutzbar|nutzbare[nrs]?|hat|bietet|utilisables?|disponibles?|offre|dispose|annonce|utilizables?|ofrece|tiene|informa|可用|报告|提供|拥有|利用可能|使用可能|搭載|報告",
  },
  { quantities: ["sold"], units: bytes, words: "as sold|sold as|sold with|nominal|marketed" },
  { quantities: ["weights", "rule-weights"], units: bytes, words: "weights?|gewichte|poids|pesos|权重|重み" },
  {
    quantities: ["host"],
    units: bytes,
    words:
      "weights kept on the host|(?:kept |weights )?on the host|host(?: memory| weights| side)?|auf dem host|sur l'hôte|en el host|主机|ホスト",
  },
  {
    quantities: ["kv-cache"],
    units: bytes,
    words: "kv[- ]?cache|kv 缓存|kv缓存|kvキャッシュ|key[- ]value cache|cache kv|kv",
  },
  {
    quantities: ["compute"],
    units: bytes,
    words:
      "compute buffers?|work(?:ing)? buffers?|workspace|activations?|rechenpuffer|tampons? de calcul|búferes? de cálculo|计算缓冲区?|計算バッファ",
  },
  {
    quantities: ["vision-tower"],
    units: bytes,
    words:
      "vision tower|vision encoder|image encoder|vision|bildencoder|encodeur d'images?|codificador de imágenes|视觉塔|视觉编码器|ビジョン",
  },
  {
    quantities: ["runtime"],
    units: bytes,
    words:
      "cuda[- ](?:context|kontext)(?: and libraries)?|cuda libraries|cuda|libraries|contexte cuda|contexto cuda|cuda 上下文|cudaコンテキスト",
  },
  { quantities: ["cache"], units: bytes, words: "prompt cache(?: growth)?(?: or swap)?|swap|prompt-cache" },
  { quantities: ["streams"], units: bytes, words: "stream buffers?|streaming buffers?" },
  { quantities: ["draft"], units: bytes, words: "draft(?: model)?" },
  { quantities: ["state"], units: bytes, words: "recurrent state" },
  {
    quantities: ["os"],
    units: bytes,
    words:
      "operating system|the os|os|the system itself|desktop|betriebssystem|système d'exploitation|sistema operativo|操作系统|オペレーティングシステム",
  },
  {
    quantities: ["reserve"],
    units: bytes,
    words:
      "safety reserve|safety margin|reserve|sicherheitsreserve|réserve|reserva|安全预留|预留|安全マージン|予備",
  },
  {
    quantities: ["working-set"],
    units: bytes,
    words:
      "working set|workloads? (?:only|alone|themselves|itself)|on (?:its|their) own|without the (?:system|os)|model alone|arbeitssatz|arbeitsspeicherbedarf|工作集|ワーキングセット",
  },
  {
    quantities: ["largest-allocation"],
    units: bytes,
    words: "largest (?:single )?allocation|single allocation|largest block",
  },
  {
    quantities: ["rule-weights", "rule-low", "rule-high"],
    units: bytes,
    words: "rule of thumb|faustregel|règle empirique|regla general|经验法则",
  },
  { quantities: ["rule-low", "rule-high"], units: bytes, words: "with cache, activations" },
  {
    quantities: ["streamed"],
    units: bytes,
    words:
      "read (?:for|per) (?:one |each |every )?(?:pass|token)|per pass|a pass|bytes (?:of|for) a pass|streamed",
  },
  {
    quantities: ["measured-memory"],
    units: bytes,
    words: "measured|peak|gemessen|mesurés?|medidos?|实测|実測",
  },
  {
    quantities: speeds,
    units: speed,
    isVerb: true,
    words:
      "decod(?:e|es|ing)|generat(?:es?|ion|ing)|runs? at|running at|writes?|speed|throughput|produc(?:es?|ing)|delivers?|reach(?:es)?|manages?|gets?|achieves?|erzeugt|schafft|erreicht|geschwindigkeit|génère|produit|atteint|vitesse|débit|genera|produce|alcanza|velocidad|生成|速度|达到|解码|約?生成|デコード",
  },
  {
    quantities: ["decode", "aggregate"],
    units: speed,
    words:
      "expected|estimated?|estimates|computed|predicted|expect|erwartet|geschätzt|attendus?|estimée?s?|esperados?|estimad[oa]s?|预计|估计|预期|予測|見込み",
  },
  {
    quantities: ["prefill", "measured-prefill"],
    units: speed,
    words:
      "prefill(?:ing)?|prompt(?: speed| processing| eval(?:uation)?| tokens)?|prompt-verarbeitung|traitement du prompt|procesamiento del prompt|预填充|提示词?处理|プロンプト処理|プリフィル",
  },
  {
    quantities: ["ceiling"],
    units: speed,
    words:
      "ceiling(?: of (?:one|a single) stream)?|at most|at best|maximum|max|limit(?:s|ed)?(?: to| at)?|upper bound|cannot (?:pass|exceed|go beyond)|can't exceed|tops? out(?: at)?|allows?|caps?|capped at|theoretical|never (?:exceed|more)|no more than|höchstens|maximal|obergrenze|grenze|erlaubt|au plus|au maximum|plafond|limite|permet|como máximo|a lo sumo|techo|límite|permite|上限|最多|至多|最大|高々",
  },
  {
    quantities: ["shipped"],
    units: speed,
    words:
      "as shipped|shipped|as delivered|out of the box|by default|default mode|factory|im auslieferungszustand|ab werk|d'usine|par défaut|de fábrica|por defecto|出厂|默认|出荷時|既定",
  },
  {
    quantities: ["measured", "measured-prefill"],
    units: speed,
    words:
      "measured?|measures|measurements?|benchmarks?|benchmarked|recorded|published|observed|gemessen|mesurés?|mesuré(?:e|es)?|medidos?|medid[oa]s?|实测|测得|実測|測定",
  },
  {
    quantities: ["aggregate", "measured"],
    units: speed,
    words: "over \\d+ streams|all streams|aggregate|combined|across (?:all|the) streams",
  },
  {
    quantities: ["decode", "measured"],
    units: speed,
    words: "one stream|per stream|each stream|single stream",
  },
  { quantities: ["cold-start", "measured"], units: speed, words: "before warm-up|cold|warm-up" },
  { quantities: ["interactive-speed", "too-slow-speed"], units: speed, words: "reading speed|threshold" },
  { quantities: ["claimed"], units: speed, words: "claim(?:ed|s)?" },
  {
    quantities: ["first-token"],
    units: ["ms"],
    words:
      "first token|first word|ttft|time[- ]to[- ]first[- ]token|erste[sn]? token|premiers? (?:jeton|token)|primer token|首个?(?:词元|token)|首字|最初のトークン",
  },
  {
    quantities: ["vision-time"],
    units: ["ms"],
    words: "encod(?:e|es|ing) (?:the |an? )?(?:images?|pictures?)|images?(?: encoding)?|vision",
  },
  {
    quantities: ["draw", "mean-draw", "measured-W"],
    units: ["W"],
    words: "draws?|drawing|consum(?:es?|ption|ing)|pulls?|verbraucht|consomme|consume|功耗|消費",
  },
  { quantities: ["mean-draw"], units: ["W"], words: "mean draw|average draw" },
  {
    quantities: ["power-budget", "lowest-power", "given"],
    units: ["W"],
    words: "power budget|power modes?|modes?|budget|leistungsbudget",
  },
  { quantities: ["lowest-power", "power-budget"], units: ["W"], words: "lowest mode" },
  { quantities: ["total"], units: ["USD"], words: "total|fleet|in all|overall|altogether" },
  {
    quantities: ["electricity", "answers-cost", "electricity-price"],
    units: ["USD"],
    words: "electricity|energy cost|power bill|kilowatt-hour|kwh",
  },
  { quantities: ["spares"], units: ["USD"], words: "spares?" },
  { quantities: ["replacements"], units: ["USD"], words: "replacements?" },
  {
    quantities: ["per-device-year"],
    units: ["USD"],
    words: "a board and year|per board and year|per board per year|board-year",
  },
  { quantities: ["hardware", "boards"], units: ["USD"], words: "hardware|boards as bought" },
];
