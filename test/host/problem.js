/** A refusal, answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  /**
   * @param {number} status of the answer
   * @param {string} name what kind of refusal it is, for whoever reads logs
   * @param {string} detail why, in a sentence; never a patron's name or token
   */
  constructor(status, name, detail) {
    super(detail);
    this.status = status;
    this.type = `/problems/${name}`;
  }

  toJSON() {
    const { type, status, message } = this;
    return { type, title: type.slice('/problems/'.length), status, detail: message };
  }
}
