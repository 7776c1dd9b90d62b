/**
 * Words that look like the names of products and are none, or are part of every board: makers, systems, libraries,
 * buses, formats, units, and words that people write in capitals.
 */
const ordinary = new Set(
  `i ii iii iv ok yes no not and or but the a an of in on for with to is are it my our this that please thanks hi hello
  jetson nvidia nano orin xavier thor agx nx tx1 tx2 igx dgx spark super devkit dev kit developer industrial module board
  boards mode maxn maxn_super gb gib mb tb ghz mhz watt watts usd eur
  jetpack jp jp4 jp5 jp6 jp7 l4t bsp ubuntu linux debian windows macos android yocto wsl nvpmodel tegra tegrastats jtop
  jetson_clocks docker podman kubernetes k3s github gitlab git readme hugging face huggingface reddit discord youtube
  cuda cudnn cublas tensorrt trt nvcc vpi gstreamer gst opencv onnx onnxruntime pytorch torch tensorflow tflite keras jax numpy python c rust java
  cpp cmake gcc apt pip npm npx yarn host conda sudo bash ssh vnc http https api rest json yaml xml csv sql html
  ros ros2 ros1 humble foxy jazzy melodic noetic isaac gazebo rviz
  gpu gpus cpu cpus npu npus tpu tpus dla dlas pva igpu dgpu soc soms som ram vram dram sram lpddr lpddr4 lpddr5 ddr ddr4 ddr5 emmc nvme ssd hdd sd
  usb usb2 usb3 pcie csi mipi gmsl hdmi dp ethernet wifi wlan lan poe can gpio uart i2c spi nvlink mig mps numa
  rtsp rtmp webrtc onvif udp tcp ip mqtt ndi h264 h265 h.264 h.265 hevc avc av1 vp9 mjpeg jpeg png mp4 nvdec nvenc nvmm fps hz hd fhd uhd qhd vga rgb rgbd rgb-d yuv nv12
  fp4 fp8 fp16 fp32 bf16 int4 int8 nvfp4 awq gptq gguf ggml safetensors exl2 kv moe mha gqa rope lora qlora rag
  llm llms vlm vlms vla vlas slm slms ai ml dl cnn cnns rnn dnn gan vit nlp cv ocr asr tts stt vad nms iou map coco imagenet imu gps gnss rtk lidar radar tof imx219 imx477
  tops tflops flops gflops oom ttft tps qps sla vs etc eg ie faq poc mvp diy uav uavs ugv amr agv drone drones
  realsense intel amd arm apple google raspberry pi meta microsoft openai anthropic amazon aws azure a10 a10g a100 h100 l4 l40 t4 v100 rtx gtx
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday english german french chinese japanese korean spanish european europe us usa uk china india
  can could would will does do did is are should shall what which who how why when where if then than also only just any every some most more less both all each
  gpu-accelerated ai-powered real-time realtime on-device off-the-shelf open-source multi-camera multi-stream single-stream end-to-end e2e plug-and-play
  accelerated based powered enabled optimized optimised compatible only ready aware like style level class grade free side end time device source based stage way bit core cores
  batch size stream streams camera cameras frame frames model models text speech vision language action image images video audio voice token tokens prompt context memory
  local offline edge cloud server client web app apps phone desktop headless gnome lxde xfce
  quantized quantised pruned distilled instruct chat base vision-language text-to-speech speech-to-text speech-to-speech text-to-image image-to-text vision-language-action
  q4_k_m q4_0 q5_k_m q6_k q8_0 w4a16 w8a8 eagle-3 kwh rpm mm cm kg km sm_87 sm_110 sm_72 ctx w/ wh lpddr4x lpddr5x lts nas nvr dvr cctv ptz ndaa vms plc ups bms`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Numbers with their unit, releases and clock modes: "1080p30", "15W", "6.2", "MODE_30W". */
const measure =
  /^(?:mode_)?\d[\d.,]*(?:[a-z]{1,4}\d*)?(?:\/s)?$|^v?\d+(?:\.\d+)*$|^r\d{2}(?:\.\d+)*$|^cuda\d+|^jp\d/i;

/** True for a word that names no software of its own. */
export function isOrdinary(word: string): boolean {
  const bare = word.toLowerCase().replace(/'s$/, "");
  if (ordinary.has(bare) || measure.test(bare)) return true;
  return bare.endsWith("s") && ordinary.has(bare.slice(0, -1));
}
