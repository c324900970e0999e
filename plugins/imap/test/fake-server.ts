import { type AddressInfo, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** An IMAP server that does what a test says. */
export interface FakeServer {
  readonly port: number;
  /** Each line that clients have sent, without its tag. */
  readonly heard: readonly string[];
  /** The connections that are open. */
  readonly sockets: ReadonlySet<Socket>;
}

/** What it answers to a command; `undefined` as a server with an empty mailbox would, an empty text nothing. */
export type Answers = (command: string, tag: string) => string | undefined;

const USUAL: Readonly<Record<string, string>> = {
  CAPABILITY: '* CAPABILITY IMAP4rev1 IDLE',
  EXAMINE: '* 0 EXISTS\r\n* OK [UIDVALIDITY 1] .\r\n* OK [UIDNEXT 1] .',
  SEARCH: '* SEARCH',
  NAMESPACE: '* NAMESPACE (("" "/")) NIL NIL',
  LIST: '* LIST () "/" INBOX',
};

function usual(command: string, tag: string): string {
  const [name] = command.toUpperCase().replace(/^UID /, '').split(' ');
  if (name === 'IDLE') return '+ idling\r\n';
  const line = USUAL[name!];
  return `${line === undefined ? '' : `${line}\r\n`}${tag} OK done\r\n`;
}

/** Starts one on loopback that greets so; it ends with the test. */
export async function fakeServer(greeting: string, answers: Answers = () => undefined): Promise<FakeServer> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  let idling = '';
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.write(greeting);
    if (greeting.startsWith('* BYE')) socket.end();
    let rest = '';
    socket.on('data', (bytes) => {
      const lines = `${rest}${bytes}`.split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) {
        const [, tag, command] = /^(\S+) (.*)$/.exec(line) ?? [undefined, idling, line];
        if (command === 'IDLE') idling = tag!;
        heard.push(command!);
        socket.write(answers(command!, tag!) ?? usual(command!, tag!));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, heard, sockets };
}
