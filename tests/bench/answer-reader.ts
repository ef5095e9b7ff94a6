export type HttpAnswer = { status: number; headers: Record<string, string>; bytes: Buffer };

const end = Buffer.from('\r\n\r\n');

/** Puts together one HTTP/1.1 answer from what arrives, piece by piece. */
export class AnswerReader {
  private status = 0;
  private headers: Record<string, string> = {};
  private parts: Buffer[] = [];
  private rest: Buffer = Buffer.alloc(0);
  /** Bytes that are still to come of the body, or of the current chunk with its line end; null: a size comes next. */
  private left: number | null = null;
  private isChunked = false;
  private isLast = false;

  /** Takes the next bytes; true once the answer is whole. */
  feed(bytes: Buffer): boolean {
    this.rest = this.rest.length > 0 ? Buffer.concat([this.rest, bytes]) : bytes;
    if (this.status === 0 && !this.readHead()) return false;
    return this.isChunked ? this.readChunks() : this.readPlain();
  }

  answer(): HttpAnswer {
    return { status: this.status, headers: this.headers, bytes: Buffer.concat(this.parts) };
  }

  private readHead(): boolean {
    const at = this.rest.indexOf(end);
    if (at < 0) return false;
    const [first = '', ...lines] = this.rest.toString('latin1', 0, at).split('\r\n');
    this.status = Number(first.slice(9, 12));
    for (const line of lines) {
      const colon = line.indexOf(':');
      this.headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
    }
    this.rest = this.rest.subarray(at + end.length);
    this.isChunked = this.headers['transfer-encoding'] === 'chunked';
    const isEmpty = this.status === 304 || this.status === 204;
    this.left = this.isChunked ? null : isEmpty ? 0 : Number(this.headers['content-length'] ?? 0);
    return true;
  }

  private readPlain(): boolean {
    this.left = (this.left ?? 0) - this.rest.length;
    this.parts.push(this.rest);
    this.rest = Buffer.alloc(0);
    return this.left <= 0;
  }

  private readChunks(): boolean {
    for (;;) {
      if (this.left === null) {
        const line = this.rest.indexOf('\r\n');
        if (line < 0) return false;
        const size = Number.parseInt(this.rest.toString('latin1', 0, line), 16);
        this.rest = this.rest.subarray(line + 2);
        this.isLast = size === 0;
        this.left = size + 2;
      }
      // The last two bytes of a chunk are its line end.
      const taken = this.rest.subarray(0, this.left);
      const content = taken.subarray(0, Math.max(0, Math.min(taken.length, this.left - 2)));
      if (content.length > 0) this.parts.push(content);
      this.left -= taken.length;
      this.rest = this.rest.subarray(taken.length);
      if (this.left > 0) return false;
      if (this.isLast) return true;
      this.left = null;
    }
  }
}
