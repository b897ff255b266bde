package federarium.privacy.encryption;

/** How a BFV ciphertext came to be, which says how much noise it has and how it travels. */
enum Form {
    /** Encrypted with the shared key; the uniform half travels as its seed. */
    SEEDED(Bfv.SYMMETRIC_TERMS),

    /** A sum of those; both halves travel. */
    SYMMETRIC(Bfv.SYMMETRIC_TERMS),

    /** Encrypted with the public key, or a sum of those; both halves travel. */
    PUBLIC(Bfv.PUBLIC_TERMS);

    /** How many may be added. */
    final int terms;

    Form(int terms) {
        this.terms = terms;
    }

    /** The form of a sum of two. */
    Form plus(Form other) {
        if ((this == PUBLIC) != (other == PUBLIC)) {
            throw new IllegalArgumentException(
                    "ciphertexts of the shared key and of the public key are not added together:"
                            + " let all nodes encrypt with the same one");
        }
        return this == PUBLIC ? PUBLIC : SYMMETRIC;
    }
}
