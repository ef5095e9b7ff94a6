import { expect, it } from 'vitest';
import { AnswerReader } from '../../bench/answer-reader';

const inChunks =
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nSatu\n\r\na\r\n0\r\n\r\nDua\r\n\r\n0\r\n\r\n';
const answers: [what: string, text: string, status: number, body: string][] = [
  ['with its length', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nSatu', 200, 'Satu'],
  ['in chunks that look like their own end', inChunks, 200, 'Satu\n0\r\n\r\nDua\r\n'],
  ['without a body', 'HTTP/1.1 304 Not Modified\r\nETag: "7"\r\n\r\n', 304, ''],
];

it.each(answers)('puts an answer together %s, however it is cut', (_, text, status, body) => {
  const bytes = Buffer.from(text);
  for (const size of [1, 2, 3, 7, bytes.length]) {
    const reader = new AnswerReader();
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      reader.feed(bytes.subarray(index * size, (index + 1) * size)),
    );
    expect(pieces.indexOf(true)).toBe(pieces.length - 1);
    expect([reader.answer().status, reader.answer().bytes.toString()]).toEqual([status, body]);
  }
});
