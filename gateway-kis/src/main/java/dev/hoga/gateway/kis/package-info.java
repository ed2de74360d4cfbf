/**
 * The KIS Open API in front of the brokerage: each TR is a command or a query, each outcome a TR's answer.
 *
 * <p>Promises: what real clients send is taken; headers are spelled as those clients read them; a doubly wrong request has one
 * right answer, the first of {@link dev.hoga.gateway.kis.Check}; what the broker's answer is not known to be is marked as a guess
 * where it is made.
 *
 * <p>Must never: change anything except by a command, answer data that was made up, or let a token, an account number or a
 * secret reach a log or an error text.
 */
package dev.hoga.gateway.kis;
