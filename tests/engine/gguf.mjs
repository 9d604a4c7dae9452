// Writes the GGUF v3 container: little-endian, strings with a 64-bit length, tensor data aligned to 32 bytes.
const ALIGNMENT = 32;
const F32 = 0;   // ggml tensor type
const TYPES = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8 };
const ARRAY = 9;

const bytes = (size, write) => {
  const buffer = Buffer.alloc(size);
  write(buffer);
  return buffer;
};
const u32 = n => bytes(4, b => b.writeUInt32LE(n));
const i32 = n => bytes(4, b => b.writeInt32LE(n));
const f32 = n => bytes(4, b => b.writeFloatLE(n));
const u64 = n => bytes(8, b => b.writeBigUInt64LE(BigInt(n)));
const bool = v => Buffer.from([v ? 1 : 0]);
const string = text => {
  const utf8 = Buffer.from(text, 'utf8');
  return Buffer.concat([u64(utf8.length), utf8]);
};
const encoders = { u32, i32, f32, bool, string };

const padding = length => Buffer.alloc((ALIGNMENT - length % ALIGNMENT) % ALIGNMENT);

function metadata([key, type, value]) {
  const encode = encoders[type];
  return Array.isArray(value)
    ? Buffer.concat([string(key), u32(ARRAY), u32(TYPES[type]), u64(value.length), ...value.map(encode)])
    : Buffer.concat([string(key), u32(TYPES[type]), encode(value)]);
}

/**
 * @param {[key: string, type: 'u32'|'i32'|'f32'|'bool'|'string', value: any][]} entries an array value makes an array entry
 * @param {{ name: string, shape: number[], data: Float32Array }[]} tensors shape: fastest-running dimension first
 */
export function gguf(entries, tensors) {
  const head = [Buffer.from('GGUF'), u32(3), u64(tensors.length), u64(entries.length), ...entries.map(metadata)];
  const body = [];
  let offset = 0;
  for (const { name, shape, data } of tensors) {
    head.push(string(name), u32(shape.length), ...shape.map(u64), u32(F32), u64(offset));
    const raw = Buffer.concat([...Array.from(data, f32)]);
    const pad = padding(raw.length);
    body.push(raw, pad);
    offset += raw.length + pad.length;
  }

  const header = Buffer.concat(head);
  return Buffer.concat([header, padding(header.length), ...body]);
}
