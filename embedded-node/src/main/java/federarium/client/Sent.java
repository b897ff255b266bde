package federarium.client;

import federarium.update.ClientUpdate;

/** What a node's round comes to: the update that it sends, and what it keeps for itself. */
public record Sent(ClientUpdate update, Memory memory) {}
