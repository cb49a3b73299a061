// A process that can be killed, frozen and started again. Each is a Java program that ends when the pipe from this process does, so it is not left
// behind when this one is killed, unless it is frozen: then it sees that the pipe has ended only when somebody lets it go on (kill -CONT).
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export class Service {
  #process;
  #frozen = false;
  #forGood = false;
  #unstartable;

  /**
   * Does not start it yet.
   * @param name of the process, and of its log
   * @param args of java
   * @param logs the folder of logs
   */
  constructor(name, args, logs) {
    Object.assign(this, { name, args, logs });
  }

  get runs() {
    return this.#process !== undefined && this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** With what it ended, and where its log is; nothing as long as it runs or was not started. */
  get end() {
    if (!this.#process || this.runs) return undefined;
    const how = this.#unstartable ?? this.#process.signalCode ?? `exit code ${this.#process.exitCode}`;
    return `${this.name} has ended (${how}; its log is ${this.#log})`;
  }

  /** Whether it ended by itself, and well. */
  get succeeded() {
    return this.#process?.exitCode === 0;
  }

  get #log() {
    return join(this.logs, `${this.name}.log`);
  }

  start() {
    if (this.runs || this.#forGood) return;
    mkdirSync(this.logs, { recursive: true });
    const log = openSync(this.#log, 'a');
    this.#process = spawn('java', this.args, { stdio: ['pipe', log, log] });
    this.#process.on('error', ({ message }) => (this.#unstartable = message));
    this.#process.stdin.on('error', () => {});
    closeSync(log);
  }

  /** What kill -9 does; returns when it is dead. */
  async kill() {
    if (!this.runs) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    this.#frozen = false;
    await ended;
  }

  /** Lets it end by itself, which it does when its input ends; kills it if that takes longer than so many seconds. */
  async close(seconds) {
    this.#forGood = true;
    if (!this.runs) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stdin.end();
    await Promise.race([ended, pause(seconds * 1000, undefined, { ref: false })]);
    await this.kill();
  }

  /** Kills it, too, and nothing starts it again. */
  async stop() {
    this.#forGood = true;
    this.thaw();
    await this.kill();
  }

  freeze() {
    this.#process.kill('SIGSTOP');
    this.#frozen = true;
  }

  thaw() {
    if (this.#frozen) this.#process.kill('SIGCONT');
    this.#frozen = false;
  }
}
