const NAME = 'ddb-debt-payment';

/** The lock that one tab at a time can hold. Without Web Locks it is always granted, and only messages guard. */
export class TabLock {
  readonly #locks: () => Pick<LockManager, 'request'>;

  constructor(locks: () => Pick<LockManager, 'request'> = () => navigator.locks) {
    this.#locks = locks;
  }

  /**
   * Calls back with whether the lock is granted.
   * @param release resolves when a granted lock can be released
   */
  async request(callback: (granted: boolean) => void, release: Promise<void>): Promise<void> {
    let called = false;
    const callOnce = (granted: boolean): void => {
      if (called) return;
      called = true;
      callback(granted);
    };
    try {
      await this.#locks().request(NAME, { ifAvailable: true }, (lock) => {
        callOnce(!!lock);
        return lock ? release : undefined;
      });
    } catch {
      callOnce(true);
    }
  }
}
