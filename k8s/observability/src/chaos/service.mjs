// A process that can be killed, frozen and started again. Each is a Java program that ends when the pipe from this process does, so nothing is
// left behind whatever ends this one.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync } from 'node:fs';
import { join } from 'node:path';

export class Service {
  #process;
  #frozen = false;

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

  start() {
    if (this.runs) return;
    mkdirSync(this.logs, { recursive: true });
    const log = openSync(join(this.logs, `${this.name}.log`), 'a');
    this.#process = spawn('java', this.args, { stdio: ['pipe', log, log] });
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

  freeze() {
    this.#process.kill('SIGSTOP');
    this.#frozen = true;
  }

  thaw() {
    if (this.#frozen) this.#process.kill('SIGCONT');
    this.#frozen = false;
  }
}
