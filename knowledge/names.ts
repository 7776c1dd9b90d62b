const organisation = /^\S*\//;
const head = /^(nvidia[\s_-]+)?(jetson[\s_-]+)?/;
const tails = /[\s:_-]+(instruct|it|chat|hf|latest|(developer|dev)\s*kit|devkit|module|board)$/;

/**
 * The form in which names are compared: no case, spaces, dots, dashes or colons, no organisation prefix,
 * no "NVIDIA Jetson" in front and none of the usual tails ("-Instruct", "-it", "Developer Kit").
 */
export function canonicalName(name: string): string {
  let text = name.trim().toLowerCase().replace(organisation, "").replace(head, "");
  while (tails.test(text)) text = text.replace(tails, "");
  return text.replace(/(\d+)\s*(gib|gb|g)\b/g, "$1gb").replace(/[\s._:()-]+/g, "");
}
