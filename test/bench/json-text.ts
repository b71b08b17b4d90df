/** A list as the API answers it, of about `bytes` bytes, with 64-bit ids and text of several bytes a character. */
export function jsonOf(bytes: number): Buffer {
  const head = '{"code":0,"msg":"","data":{"items":[';
  const tail = ']},"detail":{"logid":"20261122000000"}}';
  const parts: string[] = [];
  let length = head.length + tail.length;
  for (let at = 0; length < bytes; at += 1) {
    const item =
      `{"id":${7_348_293_847_239_840_000n + BigInt(at)},"name":"第 ${at} 项","created_at":${1_763_800_000 + at},` +
      `"type":"answer","content":"What is said in message ${at}, \\"quoted\\" too","tags":["a","b",null,true],"score":0.${at}}`;
    parts.push(item);
    length += item.length + 7;
  }
  return Buffer.from(head + parts.join(',') + tail);
}
