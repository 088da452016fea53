/** How a socket stands: `refused` and `signed-out` are final until the page connects again. */
export type Link = 'idle' | 'connecting' | 'online' | 'offline' | 'signed-out' | 'refused';

/** What a {@link LiveSocket} tells its owner. */
export interface SocketOwner<In> {
  /** The socket is open: say hello. */
  opened(): void;
  /** A frame arrived. */
  received(frame: In): void;
  /** The link changed. */
  linked(link: Link): void;
  /**
   * An attempt ended before the socket opened. A refusal during the handshake has no close code in browsers, so the
   * owner may want to ask whether the session still exists.
   */
  unreachable(): void;
}

const PING_EVERY_MS = 20_000;
const ANSWER_WITHIN_MS = 8_000;
const CONNECT_WITHIN_MS = 10_000;
const BACKOFF_FIRST_MS = 500;
const BACKOFF_MOST_MS = 15_000;
const CLOSE_SIGNED_OUT = 4401;
const CLOSE_REFUSED = 4403;

/** Milliseconds to wait before attempt `n`: doubling, with a spread so that many clients do not return at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(BACKOFF_MOST_MS, BACKOFF_FIRST_MS * 2 ** attempt);
  return full * (0.7 + 0.6 * random());
}

/**
 * A WebSocket that comes back by itself. It knows nothing about threads: the owner says hello when it opens and
 * decides what to send again. A socket that stays silent after a ping counts as dead, because a phone that changed
 * networks is not told so.
 */
export class LiveSocket<In extends { type: string }, Out extends { type: string }> {
  private socket: WebSocket | null = null;
  private link: Link = 'idle';
  private attempt = 0;
  private heardAt = 0;
  private retryTimer = 0;
  private pingTimer = 0;
  private deadTimer = 0;
  private wanted = false;
  private wasOpen = false;

  constructor(
    private readonly path: string,
    private readonly owner: SocketOwner<In>,
    private readonly ping: Out,
  ) {}

  /** Connect and stay connected. */
  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    window.addEventListener('online', this.wake);
    window.addEventListener('offline', this.lost);
    document.addEventListener('visibilitychange', this.wake);
    this.open();
  }

  /** Disconnect and stay so. */
  stop(): void {
    this.wanted = false;
    window.removeEventListener('online', this.wake);
    window.removeEventListener('offline', this.lost);
    document.removeEventListener('visibilitychange', this.wake);
    window.clearTimeout(this.retryTimer);
    this.drop();
    this.tell('idle');
  }

  /** The session has ended: stop, and say why. */
  signedOut(): void {
    this.stop();
    this.tell('signed-out');
  }

  /** Send a frame now; false when there is no open socket, in which case nothing was queued. */
  send(frame: Out): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  private open(): void {
    window.clearTimeout(this.retryTimer);
    this.drop();
    this.tell(this.attempt === 0 ? 'connecting' : 'offline');
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(`${scheme}//${location.host}${this.path}`);
    this.socket = socket;
    this.wasOpen = false;
    this.deadTimer = window.setTimeout(this.lost, CONNECT_WITHIN_MS);
    socket.onopen = () => {
      this.wasOpen = true;
      this.heard();
      this.pingTimer = window.setInterval(() => this.probe(), PING_EVERY_MS);
      this.owner.opened();
    };
    socket.onmessage = (message) => this.take(message.data);
    socket.onclose = (event) => this.ended(event.code);
  }

  private take(data: unknown): void {
    this.heard();
    const frame = parseFrame<In>(data);
    if (!frame) return;
    // Only a frame proves that the server works; a socket that opens and closes again must keep backing off.
    this.attempt = 0;
    this.tell('online');
    if (frame.type !== 'pong') this.owner.received(frame);
  }

  private ended(code: number): void {
    this.drop();
    if (code === CLOSE_SIGNED_OUT) return this.signedOut();
    if (code === CLOSE_REFUSED) {
      this.stop();
      return this.tell('refused');
    }
    this.retry();
    if (!this.wasOpen) this.owner.unreachable();
  }

  private retry(): void {
    if (!this.wanted) return;
    this.tell('offline');
    window.clearTimeout(this.retryTimer);
    this.retryTimer = window.setTimeout(() => this.open(), backoff(this.attempt));
    this.attempt += 1;
  }

  private heard(): void {
    this.heardAt = Date.now();
    window.clearTimeout(this.deadTimer);
  }

  private probe(): void {
    if (!this.send(this.ping)) return;
    window.clearTimeout(this.deadTimer);
    this.deadTimer = window.setTimeout(this.lost, ANSWER_WITHIN_MS);
  }

  private readonly lost = (): void => {
    this.drop();
    this.retry();
  };

  /** The network is back, or the page is looked at again after a sleep in which timers stood still. */
  private readonly wake = (): void => {
    if (!this.wanted || document.visibilityState === 'hidden') return;
    if (this.socket?.readyState === WebSocket.OPEN) {
      if (Date.now() - this.heardAt > ANSWER_WITHIN_MS) this.probe();
    } else if (this.link === 'offline') {
      this.open();
    }
  };

  private drop(): void {
    window.clearInterval(this.pingTimer);
    window.clearTimeout(this.deadTimer);
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private tell(link: Link): void {
    if (link === this.link) return;
    this.link = link;
    this.owner.linked(link);
  }
}

function parseFrame<In extends { type: string }>(data: unknown): In | null {
  if (typeof data !== 'string') return null;
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null && 'type' in value ? (value as In) : null;
  } catch {
    return null;
  }
}
