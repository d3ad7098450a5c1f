/** An error response as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  /**
   * @param {number} status of the response
   * @param {string} name the kind of error, for logs
   * @param {string} detail the reason in one sentence, without a patron's name or token
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
