import { crc32, inflateRawSync } from 'node:zlib';
import { limits } from './limits';
import { Refusal, refusals } from './refusal';

type Entry = { method: number; checksum: number; packed: number; size: number; at: number };

/** The parts of a zip by name. Only what is asked for is inflated, byte by byte counted against the limits. */
export type ZipParts = {
  has: (name: string) => boolean;
  names: () => string[];
  /** Refuses what is damaged, larger than it says, or too large together with what was read before. */
  read: (name: string) => Uint8Array;
};

/** Opens a zip by its directory; refuses what is damaged, encrypted, strangely named or declared too large. */
export function openZip(bytes: Uint8Array): ZipParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = within(() => directory(bytes, view));
  let left = limits.inflatedBytes;
  return {
    has: name => entries.has(name),
    names: () => [...entries.keys()],
    read: name => {
      const entry = entries.get(name);
      if (!entry) throw refusals.damaged();
      if (entry.size > left) throw refusals.inflates();
      const content = within(() => inflate(bytes, view, entry));
      left -= content.length;
      return content;
    },
  };
}

function directory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const { count, from } = endRecord(view);
  if (count > limits.zipEntries) throw refusals.inflates();
  const entries = new Map<string, Entry>();
  const names = new TextDecoder();
  let declared = 0;
  for (let index = 0, at = from; index < count; index += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw refusals.damaged();
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
    const entry = {
      method,
      checksum: view.getUint32(at + 16, true),
      ...sizes(view, at, nameLength, extraLength),
    };
    if ((flags & 1) !== 0) throw refusals.locked();
    if (isStrange(name) || entries.has(name)) throw refusals.strange();
    if (isBomb(entry)) throw refusals.inflates();
    declared += entry.size;
    if (declared > limits.declaredBytes) throw refusals.inflates();
    entries.set(name, entry);
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

function endRecord(view: DataView): { count: number; from: number } {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const [count, from] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    if (count !== 0xffff && from !== 0xffffffff) return { count, from };
    const wide = large(view, at - 20 + 8);
    return { count: large(view, wide + 32), from: large(view, wide + 48) };
  }
  throw refusals.damaged();
}

/** Sizes and place; writers that did not know them beforehand keep them as 64 bits in the extra field. */
function sizes(view: DataView, at: number, nameLength: number, extraLength: number) {
  const short = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    at: view.getUint32(at + 42, true),
  };
  const from = at + 46 + nameLength;
  for (let extra = from; extra + 4 <= from + extraLength; ) {
    if (view.getUint16(extra, true) === 1) {
      let next = extra + 4;
      for (const key of ['size', 'packed', 'at'] as const) {
        if (short[key] !== 0xffffffff) continue;
        short[key] = large(view, next);
        next += 8;
      }
    }
    extra += 4 + view.getUint16(extra + 2, true);
  }
  return short;
}

const large = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

const isStrange = (name: string) =>
  name === '' ||
  name.startsWith('/') ||
  /^[a-z]:/i.test(name) ||
  name.includes('\0') ||
  name.split('/').includes('..');

const isBomb = ({ size, packed }: Entry) => size > 1024 * 1024 && size > packed * limits.inflation;

function inflate(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  if (view.getUint32(entry.at, true) !== 0x04034b50) throw refusals.damaged();
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(from, from + entry.packed);
  // What is said to be smaller than it is, is cut off one byte behind its word.
  const content = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
  if (entry.method !== 0 && entry.method !== 8) throw refusals.damaged();
  if (content.length !== entry.size || crc32(content) !== entry.checksum) throw refusals.damaged();
  return content;
}

/** A place outside of the file, a broken stream and one longer than it says all end here. */
function within<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const isLonger = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isLonger ? refusals.inflates() : refusals.damaged();
  }
}

/** A zip without compression, for parts that were looked through. */
export function storedZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const heads: Buffer[] = [];
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(label.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, Buffer.alloc(14), label]);
    head.writeUInt32LE(at, 42);
    heads.push(head);
    pieces.push(Buffer.from('PK\x03\x04', 'latin1'), common, label, content);
    at += 30 + label.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(
    heads.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, ...heads, end]);
}
