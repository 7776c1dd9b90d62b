import { describe, expect, it } from "vitest";
import { unknownSoftware } from "../../../server/built-in/unknown-software.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("unknownSoftware()", () => {
  it.each([
    ["Will ORB-SLAM3 work on an Orin NX 8GB?", ["ORB-SLAM3"]],
    ["Does nvblox fit next to YOLO11s on an Orin Nano 8GB?", ["nvblox"]],
    ["Can I run Stable Diffusion on an AGX Orin 32GB?", ["Stable Diffusion"]],
    ["Is an Orin NX 16GB enough for ComfyUI and Qwen3 4B?", ["ComfyUI"]],
    ["Does the Orin Nano support DepthAnything?", ["DepthAnything"]],
    ["Can a Thor run VoxelNeXt and CenterPoint together?", ["VoxelNeXt", "CenterPoint"]],
    ["I want to deploy Home Assistant with Whisper on an Orin Nano 8GB", ["Home Assistant"]],
    ["Would LIO-SAM be possible on a Xavier NX?", ["LIO-SAM"]],
    ["Can an Orin NX handle visual slam plus YOLOv8n?", ["visual slam"]],
    ["Does gaussian splatting run on an AGX Orin?", ["gaussian splatting"]],
    ["Will two Florence-2 and a YOLOv8n stream fit on a Jetson Nano 4GB?", ["Florence-2"]],
    ["Can yolov7-tiny run on a Jetson Nano?", ["yolov7-tiny"]],
  ])("finds in %s: %j", (question, names) => {
    expect(unknownSoftware(question, knowledge)).toEqual(names);
  });

  it.each([
    "Does Qwen3 8B fit on an Orin NX 16GB with vLLM?",
    "Will it run on JetPack 6.2 with CUDA 12.6 and Docker?",
    "Can I run a 13B model in Q4_K_M on the AGX Orin?",
    "Do two GMSL cameras and a RealSense work on the Orin NX carrier?",
    "Does it fit with an NVMe SSD and 16 GB of swap? Thanks!",
    "Can yolo11n.engine run headless in MAXN_SUPER?",
    "Will Foo-13B fit on an Orin?",
    "Does Whisper run beside Piper and Llama 3.2 3B?",
    "Is real-time, on-device speech-to-text possible in English on a Jetson?",
    "Can ROS 2 Humble nodes run next to YOLO11s?",
    "Does Llama fit on an Orin NX?",
    "Can USB-3 cameras and YOLOv8n run on an Orin NX 16GB with Wi-Fi-6?",
    "What is the price of Foobaz?",
    "Is an RTX 3090 Ti faster to run it?",
  ])("finds none in %s", (question) => {
    expect(unknownSoftware(question, knowledge)).toEqual([]);
  });
});
