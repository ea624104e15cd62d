// Made by contract/tools/generate.ts from openapi.yaml; do not edit.
export interface paths {
  '/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who am I here, now */
    get: operations['readSession'];
    put?: never;
    /**
     * Exchange Zalo's access token for a session of ours
     * @description The server asks Zalo who the token belongs to (with appsecret_proof). The level is that of the account.
     */
    post: operations['createSession'];
    /** Forget this token */
    delete: operations['endSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/session/contact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give name and phone (level 1)
     * @description The phone token is decoded once by the server. The name is read from Zalo where the person allowed it; the phone is what level 1 needs.
     */
    post: operations['giveContact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/identity/step-ups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin linking the provincial ID
     * @description The phone keeps a random verifier and sends its challenge (base64url SHA-256). The return code made after the
     *     login is worth something only for this account together with that verifier, once, for five minutes.
     */
    post: operations['startStepUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/identity/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * In the in-app browser: on to the provincial ID
     * @description Tolerates query parameters that Zalo adds (`typeInapp=1`).
     */
    get: operations['openStepUp'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/identity/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** In the in-app browser: back from the provincial ID */
    get: operations['finishLogin'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/identity/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Bring the return code home and become level 2
     * @description Any session may bring a code: one that brings somebody else's is told so at once, and the code is burnt. The same
     *     account with the same verifier hears the same answer again for the rest of the five minutes.
     */
    post: operations['linkIdentity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/identity/links/mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Unlink the provincial ID from this Zalo account */
    delete: operations['unlinkIdentity'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/procedures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Procedures by words, life event or field */
    get: operations['listProcedures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/procedures/{procedureCode}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        procedureCode: components['parameters']['ProcedureCode'];
      };
      cookie?: never;
    };
    /** Guide: who, papers, fee, days, steps */
    get: operations['readProcedure'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/procedures/{procedureCode}/forms/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        procedureCode: components['parameters']['ProcedureCode'];
      };
      cookie?: never;
    };
    /** A form definition, by version; a version never changes */
    get: operations['readForm'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My unfinished dossiers, newest first */
    get: operations['listDrafts'];
    put?: never;
    /**
     * Start a draft, prefilled from what the person has verified
     * @description The phone chooses the id, so a repeated call gives the same draft.
     */
    post: operations['startDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drafts/{draftId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        draftId: components['parameters']['DraftId'];
      };
      cookie?: never;
    };
    /** A draft with its files */
    get: operations['readDraft'];
    /**
     * Save what was typed
     * @description Values need not be valid yet. `rev` is the one built on; another one on the server → 409 draft-conflict with the
     *     server's copy. Answers of an older version of the form are moved when the draft is in a newer one already; what has
     *     no place there comes back in `oldAnswers`. Leaving one out of `oldAnswers` drops it.
     */
    put: operations['saveDraft'];
    post?: never;
    /** Discard a draft and its files */
    delete: operations['deleteDraft'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dossiers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My dossiers, last changed first */
    get: operations['listDossiers'];
    put?: never;
    /**
     * Send a draft as a dossier
     * @description One transaction: the reachable answers are checked by the form's rules, every paper must be ready and equal to
     *     the hash named here, a code is allotted, the receipt signed, the forwarding queued. The same key and body gives
     *     the same receipt again, for ever.
     */
    post: operations['submitDossier'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dossiers/{dossierId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    /** One dossier and its timeline */
    get: operations['readDossier'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dossiers/{dossierId}/receipt': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    /** The signed receipt */
    get: operations['readReceipt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tracked-dossiers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Where a dossier stands, for whoever holds its code and a second fact, or its receipt
     * @description A POST, so that neither code nor digits stand in an address or a log. A code that does not exist and a second fact
     *     that does not fit are the same `not-found`, found out by the same work. Needs no session, so that it is answered while
     *     Zalo's login is not; how often is limited by address and by code.
     */
    post: operations['trackDossier'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/delegations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whom I act for, and who acts for me */
    get: operations['listDelegations'];
    put?: never;
    /**
     * Act for somebody, with their consent or as their guardian
     * @description The phone chooses the id, so a repeated call gives the same delegation. The person is told where the province knows
     *     them, and may end it.
     */
    post: operations['createDelegation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/delegations/{delegationId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        delegationId: components['parameters']['DelegationId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End it, by the one who acts or by the one acted for
     * @description Both are told. Dossiers that were sent go on; drafts stay, and can no longer be sent for that person.
     */
    delete: operations['endDelegation'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dossiers/{dossierId}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a dossier back; the office sees it */
    post: operations['withdrawDossier'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dossiers/{dossierId}/rating': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    get?: never;
    /** Say how it went, once there is a result; changeable for fourteen days */
    put: operations['rateDossier'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dossiers/{dossierId}/supplement': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    /**
     * What is asked of me for a dossier, all of it in one list, and what I have written so far
     * @description When it was sent already, or the office no longer waits: 409 draft-sent with the dossier.
     */
    get: operations['readSupplement'];
    /**
     * Save what was written
     * @description Values need not be valid yet. Another `rev` on the server → 409 draft-conflict with the server's copy.
     */
    put: operations['saveSupplement'];
    /**
     * Send all that was asked for, once
     * @description One transaction: answers and papers are checked, they become part of the dossier, the receipt is signed, the dossier moves
     *     on, the forwarding is queued. The same key and body gives the same receipt again, for ever.
     */
    post: operations['sendSupplement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * tus creation: announce a file of a draft
     * @description Upload-Metadata keys: draftId, paperId, filename, filetype, sha256 (hex, of the bytes to be sent). Chunks of at most 256 KiB.
     */
    post: operations['createFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/files/{fileId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a file of a draft */
    delete: operations['deleteFile'];
    options?: never;
    /** tus: how much has arrived */
    head: operations['readFileOffset'];
    /** tus: one chunk */
    patch: operations['appendFile'];
    trace?: never;
  };
  '/drafts/{draftId}/file-order': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** The order of a draft's files; photos of one paper become the pages of one PDF in this order */
    put: operations['orderFiles'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/files/{fileId}/content': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    /** The checked file, to its owner only */
    get: operations['readFileContent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tuition/students': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The children whose bills I follow, with their bills */
    get: operations['listStudents'];
    put?: never;
    /**
     * Find a student by code and birth date, and remember them for this account
     * @description A POST, so that neither stands in an address or a log. A code that does not exist and a birth date that does not fit
     *     are the same `not-found`, found out by the same work. Again for the same student changes nothing.
     */
    post: operations['followStudent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tuition/students/{studentId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        studentId: components['parameters']['StudentId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Forget a student for this account; bills, orders and receipts stay */
    delete: operations['unfollowStudent'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tuition/bills/{billId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: components['parameters']['BillId'];
      };
      cookie?: never;
    };
    /** One bill of a student I follow */
    get: operations['readBill'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/tuition/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An order for one or several bills of students I follow
     * @description The server adds up. Whatever the key, an order under way for exactly these bills is answered again, so a second tap
     *     makes no second order; while another order of mine for one of them may have taken money: 409 payment-open with its
     *     `orderId`; while another account pays one of them: 409 payment-open without. Paid, withdrawn or free: 409 already-paid.
     */
    post: operations['payTuition'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/tuition/bills': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A school brings its bills, at most 500 at a time
     * @description Each row is judged alone; what is refused does not hold up the rest. The same rows again change nothing.
     */
    post: operations['importBills'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/payments/{orderCode}/refund': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderCode: components['schemas']['OrderCode'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The whole of a paid order goes back; what it paid is to be paid again */
    post: operations['refundPayment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/payment-mismatches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a person must look at, oldest first, at most 100 */
    get: operations['listMismatches'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/payment-mismatches/{mismatchId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        mismatchId: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A person has decided
     * @description sendBack: the money returns to whoever paid · notPaid: nothing was taken, it may be paid anew · noted: dealt with elsewhere
     */
    post: operations['settleMismatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/payment-statements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The provider's statement, complete for a span of time
     * @description The last word: payments nobody told us of are taken in; what was opened and given up within the span and is not in it was
     *     not paid; refunds nobody could tell of are confirmed or made again.
     */
    post: operations['bringStatement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/ledger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What went in and out of each account of the ledger in a span of time */
    get: operations['readLedger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/payments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What I have paid and am paying, newest first, at most 50 */
    get: operations['listPayments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/payments/{orderId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: components['parameters']['OrderId'];
      };
      cookie?: never;
    };
    /** How an order of mine stands */
    get: operations['readPayment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/payments/{orderId}/checkout': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: components['parameters']['OrderId'];
      };
      cookie?: never;
    };
    get?: never;
    /**
     * What the phone saw of Checkout; never believed as a payment
     * @description Say `opened` with Zalo's order id as soon as createOrder has answered, so that the server can ask by itself;
     *     `left` when checkTransaction says −2 (or createOrder refused: then without an id), so that paying again is possible at
     *     once; `done` for everything else, then the server asks the provider before it answers.
     */
    put: operations['reportCheckout'];
    /**
     * The signed fields for Checkout; from here on money may be taken
     * @description Call it at the tap, right before `Payment.createOrder`. The order becomes `pending`. While a payment under it may be
     *     under way: 409 payment-open; paid: 409 already-paid; expired with money unknown: 409 payment-open.
     *     One key is one tap: when the answer was lost, the same key gives the same fields again.
     */
    post: operations['openCheckout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/payments/{orderId}/checks': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: components['parameters']['OrderId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask the provider again, now ("Hỏi lại"); at most once in ten seconds, in between it answers what is known */
    post: operations['checkPayment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/payments/{orderId}/receipt': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: components['parameters']['OrderId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** An address that gives the receipt's PDF once, for a viewer that cannot send a token */
    post: operations['openFeeReceipt'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/payments/receipts/{ticket}/bien-lai.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The receipt's PDF, once; the address is the key */
    get: operations['readFeeReceipt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dossiers/{dossierId}/fee-order': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An order for the fee my dossier waits for; the one under way is answered again
     * @description The dossier does not wait for money: 409 transition-refused. Paid already: 409 already-paid.
     */
    post: operations['payDossierFee'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/payment-notices/checkout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Zalo tells of a payment; worth as much as its MACs
     * @description returnCode 1: noted, also when it was noted before. Anything else: not accepted, nothing has changed.
     */
    post: operations['receiveCheckoutCallback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/payment-notices/checkout-method': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Zalo tells which method somebody chose (COD and bank transfer); it is no payment */
    post: operations['receiveCheckoutNotice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/payment-notices/national': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The National Payment Platform tells of a payment by our order code */
    post: operations['receiveNationalPayment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything public, by words; without words what to begin with */
    get: operations['searchEverything'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/search/recent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What I searched for, newest first; ten at most, for 90 days */
    get: operations['listRecentSearches'];
    /** I opened something found by these words; what looks like a number of a person is not kept */
    put: operations['keepRecentSearch'];
    post?: never;
    /** Forgets one of them, or without words all */
    delete: operations['forgetRecentSearches'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/directory': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Places of one topic, by name */
    get: operations['listPlaces'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/directory/{placeId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        placeId: components['parameters']['PlaceId'];
      };
      cookie?: never;
    };
    /** One place */
    get: operations['readPlace'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/directory': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Writes rows into the directory, all of them or none; the same rows again change nothing */
    post: operations['importPlaces'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/authorities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Departments of the province, or its commune offices, by name */
    get: operations['listAuthorities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/authorities/{authorityId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        authorityId: components['parameters']['AuthorityId'];
      };
      cookie?: never;
    };
    /** One authority, how to reach it, and what its commune was before */
    get: operations['readAuthority'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/question-fields': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What may be asked about */
    get: operations['listQuestionFields'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/questions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Published answers, best match first; without words the newest */
    get: operations['listQuestions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/questions/{questionId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionId: components['parameters']['QuestionId'];
      };
      cookie?: never;
    };
    /** One published answer */
    get: operations['readQuestion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/question-draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What I was writing */
    get: operations['readQuestionDraft'];
    /**
     * Keep what I am writing
     * @description Saved over something newer than what was seen: 409 draft-conflict, and nothing is overwritten; readQuestionDraft tells it. It was sent meanwhile: 409 draft-sent. What it builds on was thrown away: 404, and it stays away.
     */
    put: operations['saveQuestionDraft'];
    post?: never;
    /** Throw it away */
    delete: operations['deleteQuestionDraft'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/my-questions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My questions, newest first */
    get: operations['listMyQuestions'];
    put?: never;
    /**
     * Ask an authority
     * @description The phone chose the id with the draft, so the same question sent again is the same question.
     */
    post: operations['askQuestion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/my-questions/{questionId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionId: components['parameters']['QuestionId'];
      };
      cookie?: never;
    };
    /** A question of mine, with what became of it */
    get: operations['readMyQuestion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/my-questions/{questionId}/clarification': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionId: components['parameters']['QuestionId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say what the office still wants to know */
    post: operations['clarifyQuestion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/my-questions/{questionId}/rating': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionId: components['parameters']['QuestionId'];
      };
      cookie?: never;
    };
    get?: never;
    /** Whether the answer helped */
    put: operations['rateQuestion'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/question-files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My files of a question that may not be sent yet */
    get: operations['listQuestionFiles'];
    put?: never;
    /**
     * tus creation: announce a picture or PDF for a question that is not sent yet
     * @description Upload-Metadata keys: questionId (the draft’s id), filename, filetype, sha256 (hex, of the bytes to be sent). Chunks of at most 256 KiB, five files a question.
     */
    post: operations['createQuestionFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/question-files/{fileId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a file that was not sent with a question yet */
    delete: operations['deleteQuestionFile'];
    options?: never;
    /** tus: how much has arrived */
    head: operations['readQuestionFileOffset'];
    /** tus: one chunk */
    patch: operations['appendQuestionFile'];
    trace?: never;
  };
  '/integration/questions/{questionCode}/files/{fileId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionCode: components['parameters']['QuestionCode'];
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    /** A file as it was sent with the question, never published; the reading is logged with its purpose */
    get: operations['readQuestionFileForOffice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/questions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Questions, oldest first */
    get: operations['listQuestionsForOffice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/questions/{questionCode}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionCode: components['parameters']['QuestionCode'];
      };
      cookie?: never;
    };
    /** One question with what the machine would mask; the reading is logged with its purpose */
    get: operations['readQuestionForOffice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/questions/{questionCode}/clarification-request': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionCode: components['parameters']['QuestionCode'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask the asker to say more; the clock stands until they do */
    post: operations['askQuestionClarification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/questions/{questionCode}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionCode: components['parameters']['QuestionCode'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answer, or say why it is not answered here */
    post: operations['answerQuestion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/questions/{questionCode}/publication': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionCode: components['parameters']['QuestionCode'];
      };
      cookie?: never;
    };
    get?: never;
    /**
     * Publish in the masked words an officer has read
     * @description Refused while the words still hold a phone, an ID number, an e-mail or the name of the asker.
     */
    put: operations['publishQuestion'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/appointment-offices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where one may come by appointment, and for what */
    get: operations['listAppointmentOffices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/appointment-offices/{officeId}/services/{serviceId}/days': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        officeId: string;
        serviceId: string;
      };
      cookie?: never;
    };
    /** The coming days of a service, with the places left */
    get: operations['listAppointmentDays'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/appointments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My appointments, latest day first */
    get: operations['listAppointments'];
    put?: never;
    /**
     * Book a place
     * @description The phone chooses the id: the same booking sent again gives the same ticket. One open booking a service and person.
     */
    post: operations['bookAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/appointments/{appointmentId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        appointmentId: components['parameters']['AppointmentId'];
      };
      cookie?: never;
    };
    /** My ticket, with the queue */
    get: operations['readAppointment'];
    /** Come at another time */
    put: operations['moveAppointment'];
    post?: never;
    /** Not come; the place is free at once */
    delete: operations['cancelAppointment'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/appointment-offices/{officeId}/days/{day}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        officeId: string;
        day: string;
      };
      cookie?: never;
    };
    /** Who comes on a day, in their order */
    get: operations['listAppointmentsForOffice'];
    /**
     * Close a day, or change how many are received in each slot
     * @description Whoever is booked on a day that is closed is told, and may book again.
     */
    put: operations['setAppointmentDay'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/appointment-offices/{officeId}/days/{day}/calls': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        officeId: string;
        day: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Call a number to the counter */
    post: operations['callAppointment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My inbox, newest first */
    get: operations['listNotifications'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notifications/{notificationId}/read': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        notificationId: components['parameters']['NotificationId'];
      };
      cookie?: never;
    };
    get?: never;
    /** I have read this */
    put: operations['markNotificationRead'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notice-choices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What I am told about, by which channel, and when not */
    get: operations['readNoticeChoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Choose otherwise; what is not named stays as it is */
    patch: operations['changeNoticeChoices'];
    trace?: never;
  };
  '/zalo-events/mini-app': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Zalo tells of the mini app; that somebody took their consent back erases them here
     * @description `X-ZEvent-Signature` is the SHA-256 of the values of all fields in the order of their names, and the key. The request is
     *     written down before it is answered, the erasing follows at once and is tried again until it is done. The same event again
     *     changes nothing. A bad signature is refused `forbidden`.
     */
    post: operations['receiveMiniAppEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/zalo-events/official-account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Zalo tells what people did with the Official Account; worth as much as its signature
     * @description `X-ZEvent-Signature` is `mac=` and the SHA-256 of app id, the bytes of the body, its `timestamp` and the Official
     *     Account's secret. An event that comes again, or late, changes nothing. A bad signature is refused `forbidden`.
     */
    post: operations['receiveOaEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of notices on every channel, newest first; whose they are stays out */
    get: operations['listDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/my-things': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many things of each kind belong to this account */
    get: operations['countMyThings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/my-things/dossiers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many dossiers and drafts I have */
    get: operations['countMyDossiers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/privacy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What I agreed to, who read what is mine, and my last export */
    get: operations['readPrivacy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/privacy/consents/phone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take back that the province may use my phone number; it is forgotten at once
     * @description The account is at level 0 afterwards. Nothing else is lost; giving the number again opens everything again.
     */
    delete: operations['withdrawPhoneConsent'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/privacy/exports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put together everything that is mine, as JSON and files in a zip
     * @description One at a time: while one is being made or lies ready, this answers it. A linked account needs a recent login: else 403 login-too-old.
     */
    post: operations['startExport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/privacy/exports/{exportId}/openings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exportId: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** An address that gives the zip once, within two minutes */
    post: operations['openExport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/privacy/exports/opened/{ticket}/du-lieu.zip': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The zip, once; the address is the key */
    get: operations['readExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/privacy/erasure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What would go if I were forgotten here, and what the law keeps */
    get: operations['previewErasure'];
    put?: never;
    /**
     * Forget me here, now; every session of mine ends
     * @description A linked account needs a recent login to the provincial ID: else 403 login-too-old.
     */
    post: operations['eraseMe'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallet/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My results, receipts and letters of apology, newest first */
    get: operations['listDocuments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallet/documents/{documentId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        documentId: components['parameters']['DocumentId'];
      };
      cookie?: never;
    };
    /** What is known about a document, and who looked at it; not its content */
    get: operations['readDocument'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallet/documents/{documentId}/openings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        documentId: components['parameters']['DocumentId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An address that gives the PDF once, for a viewer that cannot send a token
     * @description A result needs a recent login to the provincial ID: else 403 login-too-old.
     */
    post: operations['openDocument'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallet/documents/{documentId}/shares': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        documentId: components['parameters']['DocumentId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A short-lived address by which somebody else can check that the document is real
     * @description For a QR. A result needs a recent login to the provincial ID: else 403 login-too-old.
     */
    post: operations['shareDocument'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallet/documents/{documentId}/shares/{shareId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        documentId: components['parameters']['DocumentId'];
        shareId: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take a share back before its time */
    delete: operations['endShare'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/wallet/opened/{ticket}/giay-to.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The PDF, once; the address is the key */
    get: operations['readOpened'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/verify/shared': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** In any browser: is this document real? Each look is written down for the owner */
    get: operations['checkShared'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/verify/receipt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** In any browser: is this printed receipt real? `b` is the signed text of its QR */
    get: operations['checkReceipt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/draft-help/{helpNumber}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        helpNumber: string;
      };
      cookie?: never;
    };
    /**
     * Where somebody stands who calls for help and reads the number of their draft aloud
     * @description Nothing of what was written and nobody’s name: the step, and what is missing. Almost always one draft.
     */
    get: operations['helpWithDraft'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/dossiers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Dossiers, oldest change first */
    get: operations['listDossiersForOffice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/dossiers/{dossierCode}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierCode: components['parameters']['DossierCode'];
      };
      cookie?: never;
    };
    /** One dossier with its answers; the reading is logged with its purpose */
    get: operations['readDossierForOffice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/dossiers/{dossierCode}/transitions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierCode: components['parameters']['DossierCode'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Move a dossier to another state; the citizen is told */
    post: operations['moveDossier'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/dossiers/{dossierCode}/supplement-requests': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierCode: components['parameters']['DossierCode'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask the citizen for everything that is missing, in one go; the clock stands, the citizen is told */
    post: operations['askSupplement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/dossiers/{dossierCode}/forwarding': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierCode: components['parameters']['DossierCode'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a dossier to the one-stop system again, and try its waiting events again */
    post: operations['retryForwarding'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/dossiers/{dossierCode}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierCode: components['parameters']['DossierCode'];
      };
      cookie?: never;
    };
    /** What the citizen was told about a dossier, and what became of each Zalo message */
    get: operations['listDossierMessages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/dossier-events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The one-stop system tells what happened to a dossier; the citizen is told
     * @description At least once, in any order. `eventId` makes the same event once; `sequence` counts the events of a dossier from 1, so
     *     that an event which overtook an earlier one waits for it, and one that comes after a later one is written down without
     *     moving anything back.
     */
    post: operations['receiveDossierEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What did not get through and waits for people, oldest first */
    get: operations['listDeadLetters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/dossiers/{dossierCode}/results': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierCode: components['parameters']['DossierCode'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hand in a result as PDF: the dossier is completed with it, it lies in the wallet, the citizen is told */
    post: operations['handInResult'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/stores': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Approved shops, newest first */
    get: operations['listStores'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/stores/map': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many approved shops there are in each commune, and where its middle lies */
    get: operations['mapStores'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/stores/{storeId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeId: components['parameters']['StoreId'];
      };
      cookie?: never;
    };
    /** One approved shop */
    get: operations['readStore'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/store-registrations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** My registrations, last changed first */
    get: operations['listStoreRegistrations'];
    put?: never;
    /** Begin to register a shop; the phone chooses the id, so a repeated call gives the same */
    post: operations['startStoreRegistration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/store-registrations/{storeId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeId: components['parameters']['StoreId'];
      };
      cookie?: never;
    };
    /** One registration of mine, what was written and where it stands */
    get: operations['readStoreRegistration'];
    /**
     * Keep what was written
     * @description `rev` is the one that was built on; another refuses `draft-conflict` with the server's copy. What lies with the office
     *     or is public cannot be written on: `draft-sent`, `dossierId` is the registration's id.
     */
    put: operations['saveStoreRegistration'];
    post?: never;
    /** Throw a draft away, or end what was sent; a public shop is public no longer */
    delete: operations['deleteStoreRegistration'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/store-registrations/{storeId}/submissions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeId: components['parameters']['StoreId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a registration, or send it again after mending */
    post: operations['submitStoreRegistration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/store-registrations/{storeId}/account-consent': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeId: components['parameters']['StoreId'];
      };
      cookie?: never;
    };
    get?: never;
    /** Agree that everybody sees the account of the shop, or take that back */
    put: operations['showStoreAccount'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/stores': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Registrations that were sent, oldest change first */
    get: operations['listStoresForOffice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/stores/{storeCode}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeCode: components['parameters']['StoreCode'];
      };
      cookie?: never;
    };
    /** One registration with its answers; the reading is logged with its purpose */
    get: operations['readStoreForOffice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/stores/{storeCode}/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeCode: components['parameters']['StoreCode'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve, refuse, ask for everything that must be mended, or close; the owner is told */
    post: operations['decideStore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/news': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** News, newest first; alerts that still hold stand apart */
    get: operations['listArticles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/news/{articleSlug}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        articleSlug: components['parameters']['ArticleSlug'];
      };
      cookie?: never;
    };
    /** One article */
    get: operations['readArticle'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/channels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** TV or radio channels, where they play live, and what is on today */
    get: operations['listChannels'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/channels/{channelId}/programmes/{day}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        channelId: string;
        /** @description in Viet Nam */
        day: string;
      };
      cookie?: never;
    };
    get?: never;
    /** What a channel broadcasts on a day; takes the place of what was handed in before */
    put: operations['handInProgramme'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/headlines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What home shows: alerts that hold now, and the three newest */
    get: operations['readHeadlines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/news-pictures/{pictureId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        pictureId: components['parameters']['PictureId'];
      };
      cookie?: never;
    };
    /** A picture in one of its widths; never changes under its address */
    get: operations['readNewsPicture'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/news': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that was ever published, newest first */
    get: operations['listArticlesForOffice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/news/{articleId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        articleId: components['parameters']['ArticleId'];
      };
      cookie?: never;
    };
    /** One article, withdrawn or not */
    get: operations['readArticleForOffice'];
    /**
     * Publishes an article, or what it says from now on; the editor's system chose the id
     * @description The address stays as it was first. A withdrawn article is published again.
     */
    put: operations['publishArticle'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/news/{articleId}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        articleId: components['parameters']['ArticleId'];
      };
      cookie?: never;
    };
    get?: never;
    /** Takes an article back; nobody finds or reads it any more */
    put: operations['withdrawArticle'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/news-pictures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A picture for an article; drawn anew in several widths, without what the camera wrote into it */
    post: operations['handInNewsPicture'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/report-categories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What may be reported, with the questions of each */
    get: operations['listReportCategories'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reports everybody may see, newest first */
    get: operations['listReports'];
    put?: never;
    /** Send a field report; the phone chose its id, so it arrives once however often it is sent */
    post: operations['sendReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports/nearby': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Open reports of a category near a point, nearest first, by the distance of the category */
    get: operations['findReportsNearby'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports/map': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reports everybody may see within a box, in clusters; single ones where few are near each other */
    get: operations['mapReports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports/{reportId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportId: components['parameters']['ReportId'];
      };
      cookie?: never;
    };
    /** One report as everybody may see it */
    get: operations['readReport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports/{reportId}/photos/{fileId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportId: components['parameters']['ReportId'];
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    /** A photo everybody may see */
    get: operations['readReportPhoto'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports/{reportId}/following': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportId: components['parameters']['ReportId'];
      };
      cookie?: never;
    };
    get?: never;
    /** Be told what becomes of a report somebody else sent */
    put: operations['followReport'];
    post?: never;
    /** Be told no longer */
    delete: operations['unfollowReport'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/places/decoded': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Where Zalo says the phone is; its token can be used once and for two minutes */
    post: operations['decodePlace'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/places/communes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Communes a point may lie in, likeliest first; a person chooses */
    get: operations['findCommunesAt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/my-reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What I sent and what I follow, last changed first */
    get: operations['listMyReports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/my-reports/{reportId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportId: components['parameters']['ReportId'];
      };
      cookie?: never;
    };
    /** One I sent, with my own words and photos */
    get: operations['readMyReport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/my-reports/{reportId}/clarification': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportId: components['parameters']['ReportId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answer what the office asked */
    post: operations['clarifyReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/my-reports/{reportId}/reopening': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportId: components['parameters']['ReportId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** It is not resolved; within 14 days, with a new photo */
    post: operations['reopenReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/my-reports/{reportId}/rating': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportId: components['parameters']['ReportId'];
      };
      cookie?: never;
    };
    get?: never;
    /** How it was resolved, in the eyes of who reported it */
    put: operations['rateReport'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/outbox-key': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The key with which a phone seals what waits to be sent; the same for an account on every phone
     * @description The phone keeps it in memory only, so what lies in its storage is worth nothing to others.
     */
    get: operations['readOutboxKey'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/report-files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * tus creation: announce a photo or video of a report, which need not have been sent yet
     * @description Upload-Metadata keys: reportId (chosen by the phone), role (before, clarification, reopening), filename, filetype, sha256 (hex, of the bytes to be sent). Chunks of at most 256 KiB.
     */
    post: operations['createReportFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/report-files/{fileId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a photo that was not sent with a report yet */
    delete: operations['deleteReportFile'];
    options?: never;
    /** tus: how much has arrived */
    head: operations['readReportFileOffset'];
    /** tus: one chunk */
    patch: operations['appendReportFile'];
    trace?: never;
  };
  '/report-files/{fileId}/content': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    /** The checked photo, to the one who sent it */
    get: operations['readReportFileContent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reports in a state, oldest change first */
    get: operations['listReportsForOffice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/reports/{reportCode}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportCode: components['parameters']['ReportCode'];
      };
      cookie?: never;
    };
    /** One report; the reading is logged with its purpose */
    get: operations['readReportForOffice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/reports/{reportCode}/files/{fileId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportCode: components['parameters']['ReportCode'];
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    /** A photo or video as it was sent, without what cameras write into files; the reading is logged with its purpose */
    get: operations['readReportFileForOffice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/reports/{reportCode}/transitions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportCode: components['parameters']['ReportCode'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Move a report to another state; whoever sent it and whoever follows are told */
    post: operations['moveReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/reports/{reportCode}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportCode: components['parameters']['ReportCode'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A word among offices; nobody else ever sees it */
    post: operations['noteReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/reports/{reportCode}/publication': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportCode: components['parameters']['ReportCode'];
      };
      cookie?: never;
    };
    get?: never;
    /** Show it to everybody, in checked words, with checked photos; regions are made unreadable first */
    put: operations['publishReport'];
    post?: never;
    /** Show it to nobody any more; what was made for the public is deleted */
    delete: operations['hideReport'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/reports/{reportCode}/merging': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportCode: components['parameters']['ReportCode'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** It is the same as another one; who sent it and who follows it follow that one from now on */
    post: operations['mergeReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/reports/{reportCode}/after-photos': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportCode: components['parameters']['ReportCode'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A photo of how it looks now; shown to everybody once it is published */
    post: operations['handInReportPhoto'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/open311/discovery.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        format: components['parameters']['Open311Format'];
      };
      cookie?: never;
    };
    /** Where the Open311 interface is, and in which formats it answers */
    get: operations['discoverOpen311'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/open311/v2/services.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        format: components['parameters']['Open311Format'];
      };
      cookie?: never;
    };
    /** GeoReport v2, GET Service List: what may be reported */
    get: operations['listOpen311Services'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/open311/v2/services/{serviceCode}.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        serviceCode: string;
        format: components['parameters']['Open311Format'];
      };
      cookie?: never;
    };
    /** GeoReport v2, GET Service Definition: what is asked about one service */
    get: operations['readOpen311Service'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/open311/v2/requests.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        format: components['parameters']['Open311Format'];
      };
      cookie?: never;
    };
    /** GeoReport v2, GET Service Requests: checked and public ones of at most 90 days, at most 1000 */
    get: operations['listOpen311Requests'];
    put?: never;
    /**
     * GeoReport v2, POST Service Request: with an api_key; the same content on the same day is the same request
     * @description Nothing of it is public until the desk has checked it, so a token is answered. Level 0, as the key is in the body.
     */
    post: operations['createOpen311Request'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/open311/v2/requests/{requestId}.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        requestId: string;
        format: components['parameters']['Open311Format'];
      };
      cookie?: never;
    };
    /** GeoReport v2, GET Service Request: one that is public */
    get: operations['readOpen311Request'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/open311/v2/tokens/{token}.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
        format: components['parameters']['Open311Format'];
      };
      cookie?: never;
    };
    /** GeoReport v2, GET service_request_id from a token: null until it is public */
    get: operations['readOpen311Token'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/numbers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The province's numbers, as far as they are published
     * @description Counts only, of whole weeks that are over. What is smaller than ten is not published but waits and is counted into a
     *     later week; what was published never changes. So no difference between two numbers tells of fewer than ten.
     */
    get: operations['readNumbers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/numbers/so-lieu.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as a table, one number a line (CSV) */
    get: operations['readNumbersTable'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/number-counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What phones counted: openings and steps; nothing says whose phone
     * @description No session, no name, no time of day. `batch` is random, made anew for each batch and forgotten after a day or two: the
     *     same batch sent again counts once.
     */
    post: operations['addCounts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/numbers/counter/{day}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        day: string;
      };
      cookie?: never;
    };
    get?: never;
    /**
     * How many dossiers were handed in at counters on a day, so that the share of those sent online can be told
     * @description Sent again it replaces what was said before, until the week of that day is published.
     */
    put: operations['handInCounterDossiers'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/healthz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The process lives */
    get: operations['readHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/readyz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** It may be sent work */
    get: operations['readReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Prometheus text */
    get: operations['readMetrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/.well-known/jwks.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Public keys that verify receipts (RFC 7517) */
    get: operations['readKeys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Problem: {
      /** @description urn:problem:<code> */
      type: string;
      title: string;
      status: number;
      detail?: string;
      code: components['schemas']['ProblemCode'];
      requestId: string;
      /** @description seconds */
      retryAfter?: number;
      /**
       * @description the level that would be enough
       * @enum {integer}
       */
      level?: 1 | 2;
      errors?: components['schemas']['FieldProblem'][];
      draft?: components['schemas']['Draft'];
      /** Format: uuid */
      dossierId?: string;
      /** Format: uuid */
      orderId?: string;
    };
    /** @enum {string} */
    ProblemCode:
      | 'session-missing'
      | 'session-expired'
      | 'level-too-low'
      | 'login-too-old'
      | 'forbidden'
      | 'zalo-refused'
      | 'zalo-unavailable'
      | 'identity-unavailable'
      | 'step-up-expired'
      | 'step-up-foreign'
      | 'not-found'
      | 'invalid'
      | 'draft-conflict'
      | 'draft-sent'
      | 'idempotency-conflict'
      | 'file-refused'
      | 'file-offset'
      | 'transition-refused'
      | 'payment-open'
      | 'already-paid'
      | 'payment-unavailable'
      | 'question-moved'
      | 'slot-taken'
      | 'already-booked'
      | 'booking-fixed'
      | 'too-large'
      | 'unsupported-media-type'
      | 'bad-request'
      | 'too-many-requests'
      | 'storage-full'
      | 'server-busy'
      | 'server-error';
    FieldProblem: {
      /** @description Where: a field id (`childDob`, `witnesses.0.name`), `papers.<paperId>`, `declaration.<id>` or a JSON pointer */
      path: string;
      /** @description Machine word, see contract/forms (required, too-long, date-in-future …) or files (type, size, malformed …) */
      code: string;
      /** @description The same Vietnamese sentence the phone shows */
      message: string;
    };
    /** @description The session and what the account is. The token is opaque, lives in memory, and is never written down by the phone. */
    Session: {
      token: string;
      /** Format: date-time */
      expiresAt: string;
      /** @enum {integer} */
      level: 0 | 1 | 2;
      person: components['schemas']['Person'];
      /** @description unread notices */
      unread: number;
    };
    /** @description What the phone may show of who is holding it. Phone and ID number are masked. */
    Person: {
      zaloName: string | null;
      /** @description 0987 ••• 214 */
      phone: string | null;
      /** @description from the provincial ID */
      fullName: string | null;
      /** @description •••• •••• 4821 */
      idNumber: string | null;
      /** Format: date-time */
      linkedAt: string | null;
    };
    StepUp: {
      /** Format: uuid */
      id: string;
      /**
       * Format: uri
       * @description To be opened in the in-app browser; one use
       */
      url: string;
      /** Format: date-time */
      expiresAt: string;
    };
    Linked: {
      session: components['schemas']['Session'];
      /** @description In-app path given at the start */
      returnTo: string;
    };
    /**
     * @description A kind of thing the province's server has of one person
     * @enum {string}
     */
    PersonalThing:
      | 'account'
      | 'consents'
      | 'identity'
      | 'links'
      | 'drafts'
      | 'dossiers'
      | 'dossierEvents'
      | 'supplements'
      | 'ratings'
      | 'files'
      | 'reports'
      | 'following'
      | 'questions'
      | 'questionDraft'
      | 'appointments'
      | 'stores'
      | 'students'
      | 'payments'
      | 'results'
      | 'viewings'
      | 'delegations'
      | 'notifications'
      | 'noticeChoices'
      | 'searches'
      | 'exports';
    CountedThing: {
      what: components['schemas']['PersonalThing'];
      count: number;
    };
    KeptThing: {
      what: components['schemas']['PersonalThing'];
      count: number;
      /**
       * @description `archive`: records of an authority, Law on Archives 33/2024/QH15; `accounting`: vouchers, Law on Accounting 88/2015/QH13 and
       *     Decree 174/2016/NĐ-CP, ten years; `consent`: proof that consent was given and taken back, without name and phone;
       *     `public`: published, masked and checked, nobody's any more
       * @enum {string}
       */
      law: 'archive' | 'accounting' | 'consent' | 'public';
      /**
       * Format: date-time
       * @description null: as long as the rules of the authority that holds it say
       */
      until: string | null;
    };
    PersonalReading: {
      /** Format: date-time */
      at: string;
      /** @description which system of the province read it */
      system: string;
      /** @description what for, as it said */
      purpose: string;
      about: string;
      path: string;
    };
    GivenConsent: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      what: 'phone' | 'identity' | 'store-account';
      /** @description null: given before versions were kept */
      wordsVersion: string | null;
      /** @description what was agreed to, word by word */
      words: string | null;
      /** Format: date-time */
      givenAt: string;
      /** Format: date-time */
      withdrawnAt: string | null;
    };
    PersonalExport: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      state: 'making' | 'ready' | 'failed';
      /** Format: date-time */
      askedAt: string;
      /**
       * Format: date-time
       * @description when it is thrown away; null: not made yet
       */
      expiresAt: string | null;
      size: number | null;
    };
    Privacy: {
      /** @description newest first */
      consents: components['schemas']['GivenConsent'][];
      /** @description newest first, at most 100 */
      readings: components['schemas']['PersonalReading'][];
      /** @description the newest that still exists */
      export: components['schemas']['PersonalExport'] | null;
      /** @description How recent the login to the provincial ID must be to export or delete, and until when it is */
      login: {
        /** @description 0: none is asked for, nothing is linked */
        minutes: number;
        /**
         * Format: date-time
         * @description null: log in again first
         */
        until: string | null;
      };
    };
    Erasure: {
      goes: components['schemas']['CountedThing'][];
      keeps: components['schemas']['KeptThing'][];
    };
    /**
     * @description H read in an official text, M one indirect source, L or null: not yet confirmed, the screen must say so
     * @enum {string|null}
     */
    Confidence: 'H' | 'M' | 'L' | null;
    Fact: {
      /** @description null: nobody knows yet */
      text: string | null;
      confidence: components['schemas']['Confidence'];
      source?: string | null;
    };
    /** @description national code, such as 1.001193 */
    ProcedureCode: string;
    ProcedureSummary: {
      code: components['schemas']['ProcedureCode'];
      name: string;
      shortName: string;
      field: string;
      lifeEvents: string[];
      fee: components['schemas']['Fact'];
      processing: components['schemas']['Fact'];
      /** @description a form exists and can be submitted here */
      online: boolean;
    };
    ProcedureGuide: {
      code: components['schemas']['ProcedureCode'];
      name: string;
      shortName: string;
      field: string;
      lifeEvents: string[];
      /** @description the form was written by the project and is a sample */
      sample: boolean;
      /** @description null: cannot be submitted here */
      formVersion: string | null;
      whoCanFile: components['schemas']['Fact'][];
      papers: components['schemas']['GuidePaper'][];
      fee: components['schemas']['Fact'];
      feeNotes: components['schemas']['Fact'][];
      processing: components['schemas']['Fact'];
      citizenDeadline: components['schemas']['Fact'] | null;
      authority: components['schemas']['Fact'];
      receivedAt: components['schemas']['Fact'];
      channels: ('online' | 'counter' | 'post')[];
      result: components['schemas']['Fact'];
      onlineLevel: components['schemas']['Fact'];
      legalBasis: components['schemas']['Fact'][];
      checkBeforeTyping: string[];
      uncertain: string[];
    };
    GuidePaper: {
      id: string;
      name: string;
      /** @enum {string} */
      form: 'original' | 'present' | 'copy' | 'certifiedCopy' | 'photo' | 'eform';
      /** @description null: always */
      when: string | null;
      note: string | null;
      fact: components['schemas']['Fact'];
    };
    /** @description whose form it is: a procedure, or a service of ours such as cua-hang */
    FormCode: string;
    LifeEvent: {
      id: string;
      name: string;
    };
    /** @description See contract/forms/form-definition.schema.json; versions never change once published */
    FormDefinition: {
      procedureCode: components['schemas']['FormCode'];
      version: string;
      title: string;
      sample: boolean;
      pages: {
        [key: string]: unknown;
      }[];
      papers: {
        [key: string]: unknown;
      }[];
      declaration: {
        [key: string]: unknown;
      }[];
    } & {
      [key: string]: unknown;
    };
    /** @description field id → value as typed; not-yet-valid values are kept. Shapes: contract/forms/answers.ts */
    Answers: {
      [key: string]: unknown;
    };
    DraftSummary: {
      /** Format: uuid */
      id: string;
      procedureCode: components['schemas']['ProcedureCode'];
      /** @description short name */
      procedureName: string;
      actingFor?: components['schemas']['ActingFor'];
      /** @description where the person stopped: a page id, `papers`, `review` */
      page: string;
      step: number;
      steps: number;
      /** @description photos and PDFs sent for it, or begun */
      files: number;
      /** Format: date-time */
      savedAt: string;
      /** Format: date-time */
      expiresAt: string;
    };
    Draft: {
      /** Format: uuid */
      id: string;
      procedureCode: components['schemas']['FormCode'];
      procedureName: string;
      actingFor?: components['schemas']['ActingFor'];
      /** @description the form these answers belong to: the newest there is, unless it is saved from an older one still open */
      formVersion: string;
      /** @description the older version it was last saved in; these answers were moved, and are kept so with the next save */
      movedFrom: string | null;
      answers: components['schemas']['Answers'];
      oldAnswers: components['schemas']['OldAnswers'];
      page: string;
      /** @description grows by one with each save; send the one you built on */
      rev: number;
      /** Format: date-time */
      savedAt: string;
      /** Format: date-time */
      expiresAt: string;
      files: components['schemas']['DraftFile'][];
      /** @description field ids filled from the provincial ID or the account */
      prefilled: string[];
    };
    DraftFile: {
      /** Format: uuid */
      id: string;
      paperId: string;
      name: string;
      mediaType: string;
      /** @description bytes announced */
      size: number;
      /** @description bytes the server has */
      received: number;
      /** @enum {string} */
      state: 'uploading' | 'checking' | 'ready' | 'refused';
      /** @description the check waits for a malware scanner that does not answer; it is tried again by itself */
      delayed: boolean;
      refusal: components['schemas']['FieldProblem'] | null;
      /** @description hex, of the bytes being sent: the phone knows by it the file to go on with */
      announcedSha256: string | null;
      /** @description hex, of the kept (re-encoded) file once ready */
      sha256: string | null;
    };
    /** @description 000.00.00.H53-261123-0042 */
    DossierCode: string;
    /**
     * @description the ten national states, numbered 1 to 10 in this order
     * @enum {string}
     */
    DossierState:
      | 'submitted'
      | 'accepted'
      | 'refused'
      | 'processing'
      | 'supplementRequired'
      | 'paymentRequired'
      | 'withdrawn'
      | 'suspended'
      | 'completed'
      | 'handedOver';
    DossierSummary: {
      /** Format: uuid */
      id: string;
      code: components['schemas']['DossierCode'];
      procedureCode: components['schemas']['ProcedureCode'];
      procedureName: string;
      actingFor?: components['schemas']['ActingFor'];
      state: components['schemas']['DossierState'];
      /** @enum {string} */
      turn: 'authority' | 'citizen' | 'nobody';
      /** Format: date-time */
      submittedAt: string;
      /** Format: date-time */
      changedAt: string;
      /**
       * Format: date
       * @description null until accepted, and while the clock stands
       */
      dueDate: string | null;
    };
    Dossier: {
      /** Format: uuid */
      id: string;
      code: components['schemas']['DossierCode'];
      procedureCode: components['schemas']['ProcedureCode'];
      procedureName: string;
      actingFor?: components['schemas']['ActingFor'];
      state: components['schemas']['DossierState'];
      /** @enum {string} */
      turn: 'authority' | 'citizen' | 'nobody';
      /** Format: date-time */
      submittedAt: string;
      /** Format: date-time */
      changedAt: string;
      /** Format: date */
      dueDate: string | null;
      office: string;
      /**
       * Format: uri
       * @description for the QR code on the receipt: opens tracking, sealed by the server
       */
      trackingLink: string;
      /** @enum {string} */
      clock: 'notStarted' | 'running' | 'stopped' | 'ended';
      /**
       * @description working days from acceptance; null: nobody confirmed them. Without `dueDate` while the clock runs: that day lies in a
       *     year whose days off are not decided yet
       */
      promisedDays: number | null;
      /** @description negative: late */
      workingDaysLeft: number | null;
      events: components['schemas']['DossierEvent'][];
      acknowledgements: {
        /** Format: date-time */
        receivedAt: string;
        /**
         * Format: date-time
         * @description when the one-stop system confirmed it has it
         */
        registeredAt: string | null;
        forwarding: components['schemas']['Forwarding'];
      };
      files: {
        /** Format: uuid */
        id: string;
        paperId: string;
        name: string;
        size: number;
        sha256: string;
      }[];
      /** @description what usually comes next, for the hollow part of the timeline */
      nextStates: components['schemas']['DossierState'][];
      /** @description While the clock stands after acceptance; null otherwise */
      pause: components['schemas']['Pause'] | null;
      /** @description oldest first */
      supplements: components['schemas']['Supplement'][];
      /** @description for promises that were broken, oldest first */
      apologies: components['schemas']['Apology'][];
      mayWithdraw: boolean;
      /** @description there is a result, and what was said may still be changed */
      mayRate: boolean;
      rating: components['schemas']['Rating'] | null;
      /** @description What is to be paid before it goes on; null when nothing waits for money */
      fee: components['schemas']['DossierFee'] | null;
    };
    DossierEvent: {
      /** Format: date-time */
      at: string;
      state: components['schemas']['DossierState'];
      /** @description the officer's public sentence */
      note: string | null;
      /** @description the office */
      by: string | null;
    };
    /** @description The person something is done for; absent where it is for the one who holds the phone */
    ActingFor: {
      /** Format: uuid */
      delegationId: string;
      fullName: string;
    };
    /** @description One person acts for another, until a day or until either of them ends it */
    Delegation: {
      /** Format: uuid */
      id: string;
      fullName: string;
      /** Format: date */
      birthDate: string;
      idNumber: string | null;
      relationship: components['schemas']['Relationship'];
      /** @description the paper that shows it, in the words of the one who acts */
      evidence: string | null;
      consent: {
        version: string;
        /** @description the very words agreed to */
        text: string;
      };
      /** Format: date-time */
      givenAt: string;
      /**
       * Format: date
       * @description the last day
       */
      endsOn: string;
      /**
       * Format: date-time
       * @description null while it holds
       */
      endedAt: string | null;
    };
    /** @description Somebody who acts for the person who asks */
    DelegationToMe: {
      /** Format: uuid */
      id: string;
      /** @description who acts, as the provincial ID verified them */
      fullName: string;
      /** Format: date-time */
      givenAt: string;
      /** Format: date */
      endsOn: string;
    };
    /** @description What has to be agreed to before acting for somebody; the version goes along with the agreement */
    Consent: {
      version: string;
      guardian: components['schemas']['ConsentWords'];
      adult: components['schemas']['ConsentWords'];
    };
    /**
     * @description What the server acknowledged, and its signature: `jws` is a compact JWS (RFC 7515, EdDSA/Ed25519, key in
     *     /.well-known/jwks.json) whose payload is the canonical JSON of all the other members.
     */
    Receipt: {
      /** Format: uuid */
      dossierId: string;
      code: components['schemas']['DossierCode'];
      procedureCode: components['schemas']['ProcedureCode'];
      procedureName: string;
      formVersion: string;
      office: string;
      /** @description on a dossier sent for another: who sent it, and for whom */
      actingFor?: {
        submitter: string;
        subject: string;
      };
      /** Format: date-time */
      receivedAt: string;
      /** @description hex SHA-256 of the canonical JSON of the reachable answers */
      answersHash: string;
      files: {
        name: string;
        paperId: string;
        size: number;
        sha256: string;
      }[];
      declaration: string[];
      jws: string;
    };
    Rating: {
      score: number;
      comment: string | null;
      /** Format: date-time */
      ratedAt: string;
      /** Format: date-time */
      changeableUntil: string;
    };
    DossierFee: {
      amountVnd: number;
      /**
       * Format: date
       * @description absent: no day is set
       */
      payBy?: string;
      /** @description why it is less than usual: reduced by which rule */
      basis?: string;
    };
    /** @description One request of the office for what is missing, and what became of it */
    Supplement: {
      number: number;
      /**
       * @description `closed`: the office went on without it, or the dossier was withdrawn
       * @enum {string}
       */
      state: 'open' | 'sent' | 'closed';
      /** @description the office */
      by: string;
      note: string | null;
      /** Format: date-time */
      askedAt: string;
      /** Format: date */
      answerBy: string | null;
      items: components['schemas']['SupplementItem'][];
      /** Format: date-time */
      sentAt: string | null;
      receipt: components['schemas']['SupplementReceipt'] | null;
    };
    SupplementItem: {
      /** @description a field id of the task’s form, or the id of its paper */
      id: string;
      /** @enum {string} */
      kind: 'paper' | 'answer';
      title: string;
      reason: string | null;
    };
    SupplementTask: {
      supplement: components['schemas']['Supplement'];
      code: components['schemas']['DossierCode'];
      form: components['schemas']['FormDefinition'];
      /** @description what is written so far; its id is that of the request, files are sent to it */
      draft: components['schemas']['Draft'];
    };
    /** @description What the server acknowledged of a supplement, and its signature: `jws` as in Receipt, over the canonical JSON of all the other members. */
    SupplementReceipt: {
      /** Format: uuid */
      dossierId: string;
      code: components['schemas']['DossierCode'];
      number: number;
      /** Format: date-time */
      receivedAt: string;
      /** @description hex SHA-256 of the canonical JSON of the answers */
      answersHash: string;
      files: {
        name: string;
        paperId: string;
        size: number;
        sha256: string;
      }[];
      jws: string;
    };
    /** @description How far the dossier is on its way to the one-stop system */
    Forwarding: {
      /**
       * @description `byHand`: no one-stop system is connected, an officer takes it up here. `late`: it has not answered for long, we go on
       *     trying. `stuck`: we have stopped trying by ourselves and people were told.
       * @enum {string}
       */
      state: 'byHand' | 'onItsWay' | 'late' | 'stuck' | 'arrived';
      /**
       * Format: date-time
       * @description null while nothing has begun
       */
      since: string | null;
    };
    /** @description A notice about a dossier and what became of it on each channel */
    DossierMessage: {
      title: string;
      /**
       * Format: date-time
       * @description when it was written into the inbox
       */
      toldAt: string;
      /** @description the Official Account's step; null: no Official Account is connected */
      message: components['schemas']['DeliveryStep'] | null;
      /** @description in the order they were climbed */
      steps: components['schemas']['DeliveryStep'][];
    };
    /** @description Something about a dossier that did not get through between us and the one-stop system, and waits for people */
    DeadLetter: {
      /**
       * @description `forwarding`: the dossier did not get there. `event`: what the one-stop system said cannot be done here
       * @enum {string}
       */
      kind: 'forwarding' | 'event';
      code: components['schemas']['DossierCode'];
      procedureName: string;
      state: components['schemas']['DossierState'];
      /** Format: date-time */
      since: string;
      /** @description tries of a forwarding; the number of an event */
      attempts: number;
      reason: string;
    };
    /** @description How many there are, and how many of them wait for the person: to be sent, answered, mended, paid or gone to */
    ThingCount: {
      all: number;
      waiting: number;
    };
    MyThings: {
      reports: components['schemas']['ThingCount'];
      questions: components['schemas']['ThingCount'];
      appointments: components['schemas']['ThingCount'];
      stores: components['schemas']['ThingCount'];
      payments: components['schemas']['ThingCount'];
    };
    MyDossiers: {
      dossiers: components['schemas']['ThingCount'];
      drafts: components['schemas']['ThingCount'];
    };
    DocumentSummary: {
      /**
       * Format: uuid
       * @description of a receipt: that of its dossier; of a fee’s: that of its payment
       */
      id: string;
      /** @enum {string} */
      kind: 'result' | 'receipt' | 'apology' | 'feeReceipt';
      title: string;
      office: string;
      /** Format: date-time */
      issuedAt: string;
      /**
       * Format: uuid
       * @description null: what was paid is no dossier’s, but a school’s
       */
      dossierId: string | null;
      dossierCode: components['schemas']['DossierCode'] | null;
      /** @description of a payment’s receipt */
      orderCode?: components['schemas']['OrderCode'];
      actingFor?: components['schemas']['ActingFor'];
    };
    WalletDocument: {
      about: components['schemas']['DocumentSummary'];
      /** @description null: made when it is opened */
      size: number | null;
      sha256: string | null;
      /** @description How recent the login to the provincial ID must be to open or share it, and until when it is */
      login: {
        /** @description 0: this document asks for none */
        minutes: number;
        /**
         * Format: date-time
         * @description null: log in again first
         */
        until: string | null;
      };
      /** @description newest first, at most 50 */
      viewings: components['schemas']['DocumentViewing'][];
    };
    DocumentViewing: {
      /** Format: date-time */
      at: string;
      /**
       * @description `checked`: by a share; `checkedLate`: by one that was over; `checkedPrint`: by the QR of a printed receipt
       * @enum {string}
       */
      what: 'handedIn' | 'opened' | 'shared' | 'shareEnded' | 'checked' | 'checkedLate' | 'checkedPrint';
      /** @description for whom or by whom, as far as known; null: the owner, or nobody knows */
      viewer: string | null;
    };
    DocumentShare: {
      /** Format: uuid */
      id: string;
      /** Format: uri */
      url: string;
      audience: string;
      /** Format: date-time */
      expiresAt: string;
    };
    /** @description to be read out on the phone, HP261123-5518 */
    OrderCode: string;
    /** @description Money that does not fit an order, or an order nobody can find the truth of; waits for a person */
    Mismatch: {
      /** Format: uuid */
      id: string;
      /**
       * @description notAwaited: paid in full, but what it was for no longer waits for it (a dossier withdrawn meanwhile)
       * @enum {string}
       */
      kind: 'wrongAmount' | 'paidTwice' | 'unknownOrder' | 'unresolved' | 'refundFailed' | 'notAwaited';
      orderCode: string | null;
      providerOrderId: string | null;
      transactionId: string | null;
      /** @description what came; null where nothing is known to have come */
      amountVnd: number | null;
      expectedVnd: number | null;
      /** Format: date-time */
      foundAt: string;
      /** @enum {string} */
      state: 'open' | 'settled';
      note: string | null;
    };
    /**
     * @description created: nothing is under way, nobody has paid · pending: Checkout was opened, the result is not known yet ·
     *     paid: the provider confirmed it, the receipt is there · failed: the provider says that it came to nothing ·
     *     expired: its time is over; `money` says whether it is certain that nothing was taken (a payment that comes in late is
     *     still accepted) · refunded: the money goes back.
     * @enum {string}
     */
    PaymentState: 'created' | 'pending' | 'paid' | 'failed' | 'expired' | 'refunded';
    /** @description One thing to pay. What it costs and what for is the server’s alone; the phone never says an amount */
    PaymentOrder: {
      /** Format: uuid */
      id: string;
      code: components['schemas']['OrderCode'];
      purpose: {
        /** @enum {string} */
        kind: 'tuition' | 'dossierFee';
        /** @description for whom and what, one line */
        title: string;
        /** @description in-app path of what is being paid */
        path: string;
      };
      amountVnd: number;
      items: {
        title: string;
        amountVnd: number;
      }[];
      state: components['schemas']['PaymentState'];
      /**
       * @description What is certain about the citizen's money. Only with `none` may a screen say that nothing was taken; `unknown`: we are
       *     still asking, do not pay again; returning: a refund is on its way.
       * @enum {string}
       */
      money: 'none' | 'unknown' | 'taken' | 'returning' | 'returned';
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description when Checkout was opened last
       */
      openedAt: string | null;
      /** Format: date-time */
      paidAt: string | null;
      /** @description openCheckout would be answered now; false while a payment is under way or over */
      mayPay: boolean;
      /** @description How often the provider was asked; it is also asked without the phone */
      check: {
        asked: number;
        /** Format: date-time */
        lastAt: string | null;
        /**
         * Format: date-time
         * @description null: nothing is left to ask
         */
        nextAt: string | null;
      };
      /**
       * Format: date-time
       * @description when it is given up if nothing is heard; null once that is settled
       */
      expiresAt: string | null;
      receipt: components['schemas']['FeeReceipt'] | null;
    };
    /** @description mẫu số, ký hiệu, số */
    FeeReceipt: {
      form: string;
      symbol: string;
      number: string;
      /** Format: date-time */
      issuedAt: string;
    };
    /** @description Exactly the fields for `Payment.createOrder` of the SDK, signed by the server: hand them on letter by letter */
    CheckoutOrder: {
      amount: number;
      desc: string;
      item: {
        id: string;
        amount: number;
      }[];
      /** @description a JSON string; do not parse and write it again */
      extradata: string;
      mac: string;
    };
    /** @description A child whose bills this account follows */
    Student: {
      /** Format: uuid */
      id: string;
      fullName: string;
      className: string;
      school: components['schemas']['School'];
      /** @description unpaid first, by due date; then the newest paid ones, at most 12 */
      bills: components['schemas']['TuitionBill'][];
    };
    School: {
      name: string;
      /** @description of its accountant, digits only */
      phone: string | null;
    };
    TuitionBill: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      studentId: string;
      /** @description Các khoản thu tháng 11/2026 */
      title: string;
      lines: {
        title: string;
        /** @description 20 ngày × 32.000 đồng; Nhà nước miễn */
        note: string | null;
        amountVnd: number;
      }[];
      /** @description the sum of the lines; 0: nothing is to be paid */
      totalVnd: number;
      /** Format: date */
      dueDate: string | null;
      /**
       * @description paying: an order for it is under way, by whomever; withdrawn: the school took it back
       * @enum {string}
       */
      state: 'unpaid' | 'paying' | 'paid' | 'withdrawn';
      /**
       * Format: uuid
       * @description this account’s newest order for it; null also where another account pays
       */
      orderId: string | null;
    };
    /** @description One bill of one student as the school makes it; the same `billCode` again changes it while nobody pays it */
    ImportedBill: {
      /** @description the school’s own, unique within the school */
      billCode: string;
      studentCode: components['schemas']['StudentCode'];
      /**
       * Format: date
       * @description the second fact a parent shows; kept only as a mark
       */
      birthDate: string;
      fullName: string;
      className: string;
      title: string;
      /** Format: date */
      dueDate?: string;
      /** @description true: nobody is to pay it any more */
      withdrawn?: boolean;
      lines: {
        title: string;
        note?: string;
        amountVnd: number;
      }[];
    };
    /** @description given when a registration is first sent: CH-7K3M9Q */
    StoreCode: string;
    /**
     * @description `draft` is being written; `submitted` waits for the office; `supplementRequired` and `refused` may be mended and sent
     *     again by the owner; `approved` is public; `closed` is over.
     * @enum {string}
     */
    StoreState: 'draft' | 'submitted' | 'supplementRequired' | 'approved' | 'refused' | 'closed';
    /** @description What a shop sells, as the registration form has it */
    StoreKind: {
      value: string;
      vi: string;
      en: string;
    };
    /** @description How one pays there without cash */
    StorePayment: {
      bankName: string;
      accountNumber: string;
      accountName: string;
      /** @description VietQR: the text of the QR code (EMVCo), without an amount */
      qr: string;
    };
    /** @description A shop everybody may see */
    Store: {
      /** Format: uuid */
      id: string;
      name: string;
      kind: components['schemas']['StoreKind'];
      goods: string;
      /** @description code of the commune */
      commune: string;
      /** @description house, hamlet and commune in one line */
      address: string;
      phone: string | null;
      /** Format: date-time */
      approvedAt: string;
      /** @description made up, to show what it will look like */
      sample: boolean;
      /** @description null: the owner has not agreed to show the account, or no longer */
      payment: components['schemas']['StorePayment'] | null;
    };
    StoreEvent: {
      state: components['schemas']['StoreState'];
      /** Format: date-time */
      at: string;
      /** @description the office; null: the owner */
      by: string | null;
      /** @description a sentence for the owner */
      note: string | null;
    };
    /** @description What the office wants mended, all in one list */
    StoreAsked: {
      by: string;
      note: string | null;
      items: {
        /** @description a field id of the form */
        field: string;
        /** @description its label */
        title: string;
        reason: string;
      }[];
    };
    StoreRegistrationSummary: {
      /** Format: uuid */
      id: string;
      code: components['schemas']['StoreCode'] | null;
      state: components['schemas']['StoreState'];
      /** @description of the shop, as written; empty while it is not */
      name: string;
      /** @description who decides; null until it was sent */
      office: string | null;
      step: number;
      steps: number;
      /** Format: date-time */
      changedAt: string;
      /**
       * Format: date-time
       * @description of a draft: until when it is kept
       */
      expiresAt: string | null;
    };
    /** @description A registration as its owner sees it */
    StoreRegistration: {
      registration: components['schemas']['StoreRegistrationSummary'];
      /**
       * Format: date-time
       * @description last sent
       */
      submittedAt: string | null;
      /** @description oldest first */
      events: components['schemas']['StoreEvent'][];
      asked: components['schemas']['StoreAsked'] | null;
      /** @description the owner agrees that everybody sees the account once it is approved */
      accountShown: boolean;
      /** @description what everybody sees of it; null unless approved */
      store: components['schemas']['Store'] | null;
      form: components['schemas']['FormDefinition'];
      draft: components['schemas']['Draft'];
    };
    StoreForOffice: {
      registration: components['schemas']['StoreRegistrationSummary'];
      /** Format: date-time */
      submittedAt: string | null;
      /** @description of the Zalo account; null: a sample */
      ownerPhone: string | null;
      events: components['schemas']['StoreEvent'][];
      answers: components['schemas']['Answers'];
      /** @description what was ticked, word by word */
      declared: string[];
      accountShown: boolean;
      /** @description the VietQR text of the account as written */
      qr: string | null;
    };
    /** @description What may be asked about, who answers it, and how soon */
    QuestionFields: {
      /** @description working hours until the first answer */
      promiseHours: number;
      items: {
        id: string;
        name: string;
        /** @description the office that answers */
        authority: string;
      }[];
    };
    /** @description As anybody may read it: personal data masked, and the masked words confirmed by an officer */
    PublishedQuestion: {
      /** Format: uuid */
      id: string;
      field: string;
      fieldName: string;
      title: string;
      text: string;
      answer: string;
      authority: string;
      /** Format: date-time */
      answeredAt: string;
      /** @description made up for trying the app; says nothing about the law */
      sample: boolean;
    };
    /**
     * @description `clarification`: the asker is asked to say more, and nothing is promised meanwhile
     * @enum {string}
     */
    QuestionState: 'sent' | 'clarification' | 'answered' | 'refused';
    QuestionEvent: {
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      kind: 'sent' | 'clarificationAsked' | 'clarified' | 'answered' | 'refused' | 'published';
      /** @description the office; null: the asker */
      by: string | null;
      text: string | null;
    };
    QuestionSummary: {
      /** Format: uuid */
      id: string;
      code: string;
      title: string;
      fieldName: string;
      authority: string;
      state: components['schemas']['QuestionState'];
      /** Format: date-time */
      sentAt: string;
      /** Format: date-time */
      changedAt: string;
      /**
       * Format: date-time
       * @description null while nothing is awaited of the office
       */
      dueAt: string | null;
    };
    MyQuestion: {
      about: components['schemas']['QuestionSummary'];
      text: string;
      mayPublish: boolean;
      dossierCode: string | null;
      /** @description what was sent with it; never published */
      files: components['schemas']['DraftFile'][];
      /**
       * Format: uuid
       * @description where everybody reads the masked answer
       */
      publishedId: string | null;
      rating: {
        score: number;
        comment: string | null;
      } | null;
      mayRate: boolean;
      /** @description oldest first */
      events: components['schemas']['QuestionEvent'][];
    };
    /** @description What is being written; one a person */
    QuestionDraft: {
      /**
       * Format: uuid
       * @description chosen by the phone; the question will have it
       */
      id: string;
      field: string | null;
      title: string;
      text: string;
      mayPublish: boolean;
      /** Format: uuid */
      dossierId: string | null;
    };
    OfficeQuestion: {
      question: components['schemas']['MyQuestion'];
      asker: {
        name: string | null;
        phone: string | null;
      };
      /** @description What the machine would publish; an officer reads it and sends it back as `publication` */
      masked: {
        title: string;
        text: string;
        answer: string;
        /** @description kinds of personal data found */
        found: string[];
      };
    };
    AppointmentOffice: {
      id: string;
      name: string;
      address: string;
      /** @description its services and hours are samples */
      sample: boolean;
      services: {
        id: string;
        name: string;
        /** @description about how long it takes */
        minutes: number;
        bring: string[];
      }[];
    };
    AppointmentDay: {
      /** Format: date */
      day: string;
      /** @description why nobody is received that day; null: open */
      closed: string | null;
      slots: {
        time: components['schemas']['SlotTime'];
        free: number;
      }[];
    };
    /** @description when it begins, on the wall in Việt Nam */
    SlotTime: string;
    /**
     * @description `closed`: cancelled by the office; `past`: the time went by
     * @enum {string}
     */
    AppointmentState: 'booked' | 'called' | 'cancelled' | 'closed' | 'past';
    Appointment: {
      /** Format: uuid */
      id: string;
      officeId: string;
      officeName: string;
      address: string;
      serviceId: string;
      serviceName: string;
      bring: string[];
      /** Format: date */
      day: string;
      time: components['schemas']['SlotTime'];
      /** @description of the office, on that day */
      number: number;
      state: components['schemas']['AppointmentState'];
      /**
       * Format: uri
       * @description what the QR code carries
       */
      link: string;
      /** @description on the day itself */
      queue: {
        /** @description the number called last */
        called: number | null;
        /** @description people who come before */
        ahead: number;
      } | null;
      /** @description whether it can still be moved or cancelled */
      mayChange: boolean;
    };
    OfficeAppointment: {
      number: number;
      serviceName: string;
      time: components['schemas']['SlotTime'];
      state: components['schemas']['AppointmentState'];
      /** @description masked */
      name: string | null;
    };
    /**
     * @description See contract/reports/states.ts
     * @enum {string}
     */
    ReportState: 'received' | 'clarifying' | 'assigned' | 'inProgress' | 'resolved' | 'reopened' | 'refused' | 'merged';
    /** @description PA-YYMMDD-number of the day */
    ReportCode: string;
    Point: {
      lat: number;
      lng: number;
    };
    /** @description A point, words, or both; at least one of them */
    ReportPlace: {
      /**
       * @description where the point comes from; `words`: there is none
       * @enum {string}
       */
      source: 'zalo' | 'photo' | 'pin' | 'words';
      point?: components['schemas']['Point'];
      /** @description near what */
      words?: string;
      /** @description as the person chose it; absent: found by the server from the point or the words */
      communeCode?: string;
    };
    ReportCategory: {
      id: string;
      group: string;
      name: string;
      emergency: {
        /** @description the number */
        call: string;
        /** @description when to call instead of writing */
        when: string;
      } | null;
      /** @description how near another one may be the same; 0: never */
      duplicateMetres: number;
      /** @description promised, at most 15 */
      resolveWorkingDays: number;
      /** @description not for the public before an officer says so, not even as a point */
      hiddenByDefault: boolean;
      keywords: string[];
      /** @description Fields as in form definitions; contract/reports/category-form.ts makes a form of them */
      questions: {
        [key: string]: unknown;
      }[];
    };
    ReportGroup: {
      id: string;
      name: string;
    };
    NearCommune: {
      code: string;
      name: string;
    };
    /** @description A photo everybody may see: redrawn, faces and plates made unreadable */
    ReportPhoto: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      role: 'before' | 'after';
      width: number;
      height: number;
    };
    /** @description What everybody may see. Never a name, a phone, or words nobody has checked. */
    PublicReportSummary: {
      /** Format: uuid */
      id: string;
      code: components['schemas']['ReportCode'];
      category: string;
      /** @description as checked */
      title: string;
      /** @description near what, as checked */
      place: string | null;
      communeCode: string | null;
      state: components['schemas']['ReportState'];
      open: boolean;
      /** Format: date-time */
      submittedAt: string;
      /** @description yyyy-mm-dd, while it is open and the clock runs */
      dueDate: string | null;
      point?: components['schemas']['Point'];
      /** @description how far, where a point was given */
      metres?: number;
      photo: components['schemas']['ReportPhoto'] | null;
    };
    PublicReport: {
      /** Format: uuid */
      id: string;
      code: components['schemas']['ReportCode'];
      category: string;
      /** @description as checked */
      title: string;
      /** @description near what, as checked */
      place: string | null;
      communeCode: string | null;
      state: components['schemas']['ReportState'];
      open: boolean;
      /** Format: date-time */
      submittedAt: string;
      /** @description yyyy-mm-dd, while it is open and the clock runs */
      dueDate: string | null;
      point?: components['schemas']['Point'];
      /** @description how far, where a point was given */
      metres?: number;
      photo: components['schemas']['ReportPhoto'] | null;
      /** @description as checked */
      words: string | null;
      photos: components['schemas']['ReportPhoto'][];
      events: components['schemas']['ReportEvent'][];
      followers: number;
      /** Format: uuid */
      mergedInto: string | null;
    };
    ReportEvent: {
      /** Format: date-time */
      at: string;
      state: components['schemas']['ReportState'];
      /** @description public sentence */
      note: string | null;
      /** @description the office; null: the person */
      by: string | null;
    };
    ReportCluster: {
      point: components['schemas']['Point'];
      count: number;
      open: number;
      /** @description what to look at to see it apart */
      box?: {
        south: number;
        west: number;
        north: number;
        east: number;
      };
    };
    ReportFile: {
      /** Format: uuid */
      id: string;
      name: string;
      mediaType: string;
      /** @description bytes announced */
      size: number;
      /** @description bytes the server has */
      received: number;
      /** @enum {string} */
      state: 'uploading' | 'checking' | 'ready' | 'refused';
      refusal: components['schemas']['FieldProblem'] | null;
      announcedSha256: string | null;
      sha256: string | null;
      /** @enum {string} */
      role: 'before' | 'clarification' | 'reopening' | 'after';
    };
    ReportRating: {
      score: number;
      comment: string | null;
      /** Format: date-time */
      ratedAt: string;
    };
    MyReportSummary: {
      /** Format: uuid */
      id: string;
      code: components['schemas']['ReportCode'];
      category: string;
      /** @description as the person wrote them; of a followed one the checked title */
      words: string;
      place: string | null;
      communeCode: string | null;
      state: components['schemas']['ReportState'];
      /** Format: date-time */
      submittedAt: string;
      /** Format: date-time */
      changedAt: string;
      dueDate: string | null;
      isPublic: boolean;
      /** @description false: somebody else’s that I follow */
      mine: boolean;
      /** @enum {string} */
      turn: 'authority' | 'person' | 'nobody';
    };
    MyReport: {
      /** Format: uuid */
      id: string;
      code: components['schemas']['ReportCode'];
      category: string;
      /** @description as the person wrote them; of a followed one the checked title */
      words: string;
      place: string | null;
      communeCode: string | null;
      state: components['schemas']['ReportState'];
      /** Format: date-time */
      submittedAt: string;
      /** Format: date-time */
      changedAt: string;
      dueDate: string | null;
      isPublic: boolean;
      /** @description false: somebody else’s that I follow */
      mine: boolean;
      /** @enum {string} */
      turn: 'authority' | 'person' | 'nobody';
      answers: components['schemas']['Answers'];
      formVersion: string;
      point: components['schemas']['Point'] | null;
      /** @enum {string} */
      placeSource: 'zalo' | 'photo' | 'pin' | 'words';
      /** @description nobody chose it; the office will see */
      communeGuessed: boolean;
      hideName: boolean;
      /** @description what the person sent */
      files: components['schemas']['ReportFile'][];
      /** @description what everybody sees */
      photos: components['schemas']['ReportPhoto'][];
      events: components['schemas']['ReportEvent'][];
      /** @description yyyy-mm-dd, until when an answer is waited for */
      clarifyBy: string | null;
      /** Format: date-time */
      reopenUntil: string | null;
      mayRate: boolean;
      rating: components['schemas']['ReportRating'] | null;
      /** Format: uuid */
      mergedInto: string | null;
    };
    /** @description What the phone shows when it has arrived */
    SentReport: {
      /** Format: uuid */
      id: string;
      code: components['schemas']['ReportCode'];
      /** Format: date-time */
      receivedAt: string;
      communeCode: string | null;
      communeName: string | null;
      communeGuessed: boolean;
      /** @description yyyy-mm-dd */
      resolveBy: string;
    };
    /** @description Part of a photo, in shares of its width and height */
    Region: {
      x: number;
      y: number;
      width: number;
      height: number;
    };
    Open311Discovery: {
      /** Format: date-time */
      changeset: string;
      contact: string;
      key_service: string;
      endpoints: {
        specification: string;
        url: string;
        /** Format: date-time */
        changeset: string;
        /** @enum {string} */
        type: 'production' | 'test';
        formats: ('text/xml' | 'application/json')[];
      }[];
    };
    Open311Service: {
      service_code: string;
      service_name: string;
      description: string;
      metadata: boolean;
      /** @enum {string} */
      type: 'batch';
      /** @description comma separated */
      keywords: string;
      group: string;
    };
    Open311Definition: {
      service_code: string;
      attributes: {
        variable: boolean;
        code: string;
        /** @enum {string} */
        datatype: 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist';
        required: boolean;
        datatype_description: string | null;
        order: number;
        description: string;
        values?: {
          key: string;
          name: string;
        }[];
      }[];
    };
    /** @description Only what everybody may see: checked words, no names */
    Open311Request: {
      service_request_id: string;
      /** @enum {string} */
      status: 'open' | 'closed';
      status_notes: string | null;
      service_name: string;
      service_code: string;
      description: string;
      agency_responsible: string | null;
      service_notice: string | null;
      /** Format: date-time */
      requested_datetime: string;
      /** Format: date-time */
      updated_datetime: string;
      /** Format: date-time */
      expected_datetime: string | null;
      address: string | null;
      address_id: string | null;
      zipcode: string | null;
      lat: number | null;
      long: number | null;
      media_url: string | null;
    };
    Open311Created: {
      token: string;
      service_notice: string;
      account_id: null;
    };
    Open311Token: {
      /** @description null until the desk has made it public */
      service_request_id: string | null;
      token: string;
    };
    Open311Error: {
      /** @description the HTTP status */
      code: number;
      description: string;
    };
    /** @description What an officer sees. Who sent it only with the scope `reports:person`, and never where the name is to be hidden. */
    OfficeReport: {
      /** Format: uuid */
      id: string;
      code: components['schemas']['ReportCode'];
      category: string;
      words: string;
      answers: components['schemas']['Answers'];
      place: string | null;
      point: components['schemas']['Point'] | null;
      communeCode: string | null;
      communeGuessed: boolean;
      state: components['schemas']['ReportState'];
      /** Format: date-time */
      submittedAt: string;
      /** Format: date-time */
      changedAt: string;
      /** @description yyyy-mm-dd: accept or refuse until then; null once done */
      answerBy: string | null;
      dueDate: string | null;
      /** @description yyyy-mm-dd: the result is to be public until then */
      publishBy: string | null;
      hideName: boolean;
      isPublic: boolean;
      publicTitle: string | null;
      publicWords: string | null;
      files: components['schemas']['ReportFile'][];
      photos: components['schemas']['ReportPhoto'][];
      events: {
        /** Format: date-time */
        at: string;
        state: components['schemas']['ReportState'];
        note: string | null;
        internalNote: string | null;
        by: string | null;
      }[];
      person: {
        name: string | null;
        phone: string | null;
      } | null;
      rating: components['schemas']['ReportRating'] | null;
      followers: number;
      /** Format: uuid */
      mergedInto: string | null;
    };
    Notification: {
      /** Format: uuid */
      id: string;
      topic: components['schemas']['NoticeTopic'];
      title: string;
      body: string;
      /** @description in-app path it leads to */
      path: string | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      readAt: string | null;
    };
    Channel: {
      id: string;
      kind: components['schemas']['ChannelKind'];
      name: string;
      formerNames: string[];
      frequencyMHz: number | null;
      /** @description the broadcaster said so */
      frequencyConfirmed: boolean;
      /** @description HLS, live; empty: it cannot be played here */
      streams: {
        /** @enum {string} */
        mode: 'video' | 'audio';
        /** Format: uri */
        url: string;
        /** @description about how much data it takes */
        mbPerMinute: number;
      }[];
      /** @description of today, by time; empty: not known */
      programme: components['schemas']['ProgrammeItem'][];
      /** @description times the project made up; not those of the broadcaster */
      programmeSample: boolean;
    };
    /** @enum {string} */
    ChannelKind: 'tv' | 'radio';
    ProgrammeItem: {
      /** @description in Viet Nam */
      at: string;
      title: string;
    };
    /** @enum {string} */
    NoticeTopic:
      'dossier' | 'report' | 'question' | 'appointment' | 'payment' | 'store' | 'security' | 'service' | 'news';
    /**
     * @description oa: a message of the Official Account; zns: by phone number through Zalo; sms: a text message
     * @enum {string}
     */
    NoticeChannel: 'oa' | 'zns' | 'sms';
    /** @description Time of day in Vietnam; `from` after `to` goes over midnight */
    QuietHours: {
      from: string;
      to: string;
    };
    NoticeChoices: {
      /** @description What may be chosen; the inbox has everything, and what concerns safety is always sent */
      topics: {
        topic: components['schemas']['NoticeTopic'];
        channels: {
          channel: components['schemas']['NoticeChannel'];
          wanted: boolean;
        }[];
      }[];
      quietHours: components['schemas']['QuietHours'] | null;
      /** @description Whether the channels can reach this person at all */
      reach: {
        /** @description the Official Account; null: Zalo has not told */
        follows: boolean | null;
        /** @description masked */
        phone: string;
      };
    };
    /** @enum {string} */
    DeliveryState:
      'queued' | 'sending' | 'sent' | 'refused' | 'blocked' | 'no-recipient' | 'unclear' | 'given-up' | 'skipped';
    /**
     * @description why a step is where it is, or was left out
     * @enum {string}
     */
    DeliveryReason:
      | 'not-following'
      | 'silent-too-long'
      | 'blocked'
      | 'rate-limited'
      | 'token-expired'
      | 'consent-used-up'
      | 'not-reached'
      | 'refused'
      | 'answer-lost'
      | 'too-old'
      | 'no-recipient'
      | 'not-chosen'
      | 'quiet-hours'
      | 'no-phone'
      | 'not-on-zalo'
      | 'no-quota'
      | 'not-connected'
      | 'no-template';
    DeliveryStep: {
      channel: components['schemas']['NoticeChannel'];
      state: components['schemas']['DeliveryState'];
      reason: components['schemas']['DeliveryReason'] | null;
      /** @description the error number of Zalo's, or of the SMS gateway */
      zaloCode: string | null;
      attempts: number;
      /** @description the proof: what Zalo or the gateway calls it */
      messageId: string | null;
      /** Format: date-time */
      changedAt: string;
    };
    /** @description A notice and every step it took; whose it is stays out */
    Delivery: {
      /** Format: uuid */
      notificationId: string;
      topic: components['schemas']['NoticeTopic'];
      /**
       * Format: date-time
       * @description when it was written into the inbox
       */
      toldAt: string;
      /**
       * Format: date-time
       * @description when it was read in the app
       */
      readAt: string | null;
      /** @description goes on to ZNS and SMS when nobody was reached */
      climbs: boolean;
      steps: components['schemas']['DeliveryStep'][];
    };
    /**
     * @description opened: the app; the others: the way of one dossier, in their order
     * @enum {string}
     */
    CountedStep: 'opened' | 'check' | 'fill' | 'papers' | 'review' | 'sent';
    StepCount: {
      step: components['schemas']['CountedStep'];
      /** @description for every step but opened */
      procedureCode?: string;
      times: number;
    };
    NumberWeek: {
      /**
       * Format: date
       * @description a Monday
       */
      from: string;
      /** Format: date */
      to: string;
      visits: components['schemas']['Published'];
      dossiers: components['schemas']['Published'];
      finished: components['schemas']['Published'];
    };
    /** @description `part` of `whole`; both null as long as they cannot be told */
    NumberShare: {
      /** @enum {string} */
      id: 'online' | 'offered' | 'paidOnline' | 'digitised' | 'reused' | 'satisfied' | 'onTime' | 'reportsOnTime';
      part: components['schemas']['Published'];
      whole: components['schemas']['Published'];
      /** @description of decision 766/QĐ-TTg, between 0 and 1 */
      target: number | null;
    };
    /** @description In order; empty as long as it cannot be told */
    NumberSpread: {
      id: string;
      count: number;
    }[];
    NumberFunnel: {
      procedureCode: string;
      name: string;
      steps: {
        step: components['schemas']['CountedStep'];
        count: number;
      }[];
    };
    Numbers: {
      /** @description some of it is made up */
      sample: boolean;
      /** @description what is fewer than this is not told */
      smallest: number;
      /** @description oldest first; all the rest is of these weeks */
      weeks: components['schemas']['NumberWeek'][];
      people: {
        users: components['schemas']['Published'];
        over45: components['schemas']['Published'];
        ageKnown: components['schemas']['Published'];
      };
      shares: components['schemas']['NumberShare'][];
      filling: components['schemas']['NumberSpread'];
      processing: components['schemas']['NumberSpread'];
      ratings: components['schemas']['NumberSpread'];
      funnels: components['schemas']['NumberFunnel'][];
    };
    NewsTopic: {
      id: string;
      vi: string;
      en: string;
    };
    /** @description Asked for by width: `/news-pictures/{id}?width=`; other widths than these do not exist */
    NewsPicture: {
      /** Format: uuid */
      id: string;
      /** @description what is to be seen on it, in words */
      alt: string;
      /** @description of the largest */
      width: number;
      height: number;
      /** @description smallest first */
      widths: number[];
    };
    ArticleSlug: string;
    ArticleSummary: {
      slug: components['schemas']['ArticleSlug'];
      topic: components['schemas']['NewsTopic'];
      title: string;
      summary: string;
      /** Format: date-time */
      publishedAt: string;
      /**
       * Format: date-time
       * @description an urgent alert, pinned until then; null: plain news
       */
      alertUntil: string | null;
      picture: components['schemas']['NewsPicture'] | null;
      /** @description made up for trying the app; nothing of it happened */
      sample: boolean;
    };
    Article: {
      about: components['schemas']['ArticleSummary'];
      /** @description Only elements of contract/news/article-html.ts; a picture is `<img data-picture="id">`, one of `pictures` */
      html: string;
      pictures: components['schemas']['NewsPicture'][];
      /** @description who publishes it */
      author: string;
      /** @description where it was published first */
      source: {
        name: string;
        /** Format: uri */
        url: string;
      } | null;
      /**
       * Format: date-time
       * @description when it was last corrected; null: as first published
       */
      changedAt: string | null;
    };
    ArticleInput: {
      title: string;
      summary: string;
      /** @description anything; what is not allowed is taken out */
      html: string;
      topic: string;
      author: string;
      /**
       * Format: uuid
       * @description above the text; handed in before
       */
      picture?: string;
      source?: {
        name: string;
        /** Format: uri */
        url: string;
      };
      /**
       * Format: date-time
       * @description makes it an urgent alert, pinned until then
       */
      alertUntil?: string;
    };
    OfficeArticle: {
      /** Format: uuid */
      id: string;
      article: components['schemas']['Article'];
      withdrawn: {
        /** Format: date-time */
        at: string;
        by: string;
        reason: string;
      } | null;
      /** @description elements and links of the sent HTML that were not allowed */
      takenOut: string[];
    };
    /** @enum {string} */
    PlaceTopic: 'hotline' | 'office' | 'health' | 'education' | 'tourism' | 'traffic';
    /** @enum {string} */
    PlaceKind:
      | 'emergency'
      | 'service'
      | 'one-stop-province'
      | 'province'
      | 'police'
      | 'department'
      | 'portal'
      | 'commune-office'
      | 'hospital'
      | 'medical-centre'
      | 'clinic'
      | 'pharmacy'
      | 'kindergarten'
      | 'primary-school'
      | 'secondary-school'
      | 'high-school'
      | 'college'
      | 'university'
      | 'library'
      | 'mountain'
      | 'lake'
      | 'nature'
      | 'national-park'
      | 'wetland'
      | 'historic'
      | 'religious'
      | 'museum'
      | 'bus-station'
      | 'border-gate'
      | 'port';
    PlaceId: string;
    CommuneName: {
      code: string;
      name: string;
    };
    PlacePhone: {
      number: string;
      /**
       * @description L: seen once, the screen must say so
       * @enum {string}
       */
      confidence: 'H' | 'M' | 'L';
    };
    /** @description Local time of the province; rules in contract/calendar/opening-hours.ts */
    OpeningHours: {
      /** @description day and night, holidays too; `weekly` is empty then */
      always: boolean;
      weekly: {
        /** @description 1 is Monday */
        days: number[];
        from: string;
        to: string;
      }[];
    };
    PlaceSummary: {
      id: components['schemas']['PlaceId'];
      topic: components['schemas']['PlaceTopic'];
      kind: components['schemas']['PlaceKind'];
      name: string;
      address: string | null;
      commune: components['schemas']['CommuneName'] | null;
      phones: components['schemas']['PlacePhone'][];
      /** @description null: nobody said */
      hours: components['schemas']['OpeningHours'] | null;
    };
    Place: {
      id: components['schemas']['PlaceId'];
      topic: components['schemas']['PlaceTopic'];
      kind: components['schemas']['PlaceKind'];
      name: string;
      oldNames: string[];
      address: string | null;
      commune: components['schemas']['CommuneName'] | null;
      phones: components['schemas']['PlacePhone'][];
      email: string | null;
      web: string | null;
      hours: components['schemas']['OpeningHours'] | null;
      hoursText: string | null;
      /** @description Only where the place itself was measured; null where it is known by street or commune, so nobody is led astray */
      point: {
        lat: number;
        lon: number;
      } | null;
      /** @enum {string} */
      confidence: 'H' | 'M' | 'L';
      source: string;
      note: string | null;
    };
    /** @description One row of an import; what is missing is not known. More rules: contract/directory/place-rules.ts */
    PlaceInput: {
      id: components['schemas']['PlaceId'];
      topic: components['schemas']['PlaceTopic'];
      kind: components['schemas']['PlaceKind'];
      name: string;
      oldNames?: string[];
      address?: string | null;
      communeCode?: string | null;
      phones?: components['schemas']['PlacePhone'][];
      email?: string | null;
      web?: string | null;
      hours?: string | null;
      lat?: number | null;
      lon?: number | null;
      /** @enum {string|null} */
      geoAccuracy?: 'point' | 'street' | 'commune' | 'rough' | null;
      /** @enum {string} */
      confidence: 'H' | 'M' | 'L';
      source: string;
      note?: string | null;
      /** @description takes the place out of the directory */
      removed?: boolean;
    };
    FormerUnit: {
      name: string;
      /**
       * @description partial: the rest went to another commune
       * @enum {string}
       */
      part: 'full' | 'partial';
    };
    Authority: {
      /** @description the code of a commune, or the id of a place of the directory */
      id: string;
      /** @enum {string} */
      kind: 'department' | 'commune';
      name: string;
      /** @description Where dossiers are received; null where it is not its own */
      oneStop: string | null;
      address: string | null;
      phones: components['schemas']['PlacePhone'][];
      email: string | null;
      web: string | null;
      hours: components['schemas']['OpeningHours'] | null;
      hoursText: string | null;
      /** @description Its Official Account; null: none known */
      oaId: string | null;
      formerUnits: components['schemas']['FormerUnit'][];
      oldNames: string[];
      note: string | null;
    };
    AuthoritySummary: {
      id: string;
      /** @enum {string} */
      kind: 'department' | 'commune';
      name: string;
      oldNames: string[];
      hasOa: boolean;
    };
    SearchHit: {
      /** @enum {string} */
      kind: 'service' | 'procedure' | 'place' | 'commune' | 'question' | 'store' | 'report' | 'article';
      id: string;
      title: string;
      meta: string | null;
      /** @description Another name of it, when that is what was found */
      also: string | null;
      /** @description in-app path it leads to */
      path: string;
    };
    RecentSearch: {
      words: string;
      /** Format: date-time */
      searchedAt: string;
    };
    /** @description What was written in an older version of the form and has no place in the newer one; kept until the person drops it */
    OldAnswer: {
      /** @description the version it was written in */
      version: string;
      /** @description where it stood there: `hometown`, `witnesses.0.witnessName` */
      path: string;
      /** @description as typed */
      value: unknown;
    };
    OldAnswers: components['schemas']['OldAnswer'][];
    Pause: {
      /** Format: date-time */
      since: string;
      /** @description what the office still has when it goes on; negative: it was late */
      workingDaysLeft: number | null;
      /**
       * Format: date
       * @description the due date if the clock went on today
       */
      dueIfToday: string | null;
    };
    Apology: {
      /** Format: date-time */
      at: string;
      /**
       * Format: date
       * @description the day that was not kept
       */
      promisedDate: string;
      /**
       * Format: uuid
       * @description the letter in the wallet
       */
      documentId: string;
    };
    /** @description what somebody without an account may know of a dossier */
    TrackedDossier: {
      code: components['schemas']['DossierCode'];
      procedureName: string;
      /** @description whom it is about, masked: `N••• T••• Ánh` */
      about: string;
      state: components['schemas']['DossierState'];
      /** @enum {string} */
      turn: 'authority' | 'citizen' | 'nobody';
      /** Format: date-time */
      submittedAt: string;
      /** Format: date-time */
      changedAt: string;
      /** Format: date */
      dueDate: string | null;
      office: string;
    };
    /**
     * @description what that person is to the one who acts; `child`: under 18; `ward`: under guardianship
     * @enum {string}
     */
    Relationship: 'child' | 'parent' | 'grandparent' | 'spouse' | 'ward';
    ConsentWords: {
      vi: string;
      en: string;
    };
    /** @description as the school gives it; spaces and case do not matter */
    StudentCode: string;
    OfficeWords: {
      by: string;
      text: string;
    };
    StoresOfCommune: {
      code: string;
      name: string;
      /** @description the middle of the commune */
      point: {
        lat: number;
        lng: number;
      };
      count: number;
    };
    Addition: {
      words: string;
      files: string[];
      /**
       * Format: date-time
       * @description `changedAt` of the report as the person saw it when this was written. It may have waited on the phone for long: what was asked, or resolved, after that is not what it answers, and it is refused.
       */
      seenAt?: string;
    };
    /** @description null: fewer than ten so far, or nobody has said */
    Published: number | null;
  };
  responses: {
    /** @description Refused or failed, as GeoReport v2 says it: HTTP status in `code`, a sentence in `description` */
    Open311Errors: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Open311Error'][];
        'text/xml': string;
      };
    };
    /** @description Refused or failed; `code` says why */
    Problem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
    IdempotencyKey: string;
    /** @description Opaque; from `next` of the page before */
    Cursor: string;
    /** @description Why somebody reads what is a person’s; written down, and shown to that person */
    Purpose: string;
    Limit: number;
    ProcedureCode: components['schemas']['ProcedureCode'];
    DraftId: string;
    DossierId: string;
    DelegationId: string;
    DossierCode: components['schemas']['DossierCode'];
    StudentId: string;
    BillId: string;
    OrderId: string;
    PlaceId: components['schemas']['PlaceId'];
    AuthorityId: string;
    DocumentId: string;
    FileId: string;
    StoreId: string;
    StoreCode: components['schemas']['StoreCode'];
    QuestionId: string;
    QuestionCode: string;
    AppointmentId: string;
    ReportId: string;
    ReportCode: components['schemas']['ReportCode'];
    ArticleId: string;
    ArticleSlug: components['schemas']['ArticleSlug'];
    PictureId: string;
    NotificationId: string;
    Open311Format: 'xml' | 'json';
    /** @description This server serves one province, so it may be left out; another one is not found */
    Jurisdiction: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          accessToken: string;
        };
      };
    };
    responses: {
      /** @description A session */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      401: components['responses']['Problem'];
      503: components['responses']['Problem'];
      default: components['responses']['Problem'];
    };
  };
  endSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Forgotten */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  giveContact: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          accessToken: string;
          phoneToken: string;
        };
      };
    };
    responses: {
      /** @description The session, now at level 1 or above */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  startStepUp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description in-app path; carries no personal data */
          returnTo: string;
          challenge: string;
        };
      };
    };
    responses: {
      /** @description Open the URL */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepUp'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  openStepUp: {
    parameters: {
      query: {
        ticket: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description To the provincial ID */
      302: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A page in plain words; a problem where no page could be made */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A page in plain words; a problem where no page could be made */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  finishLogin: {
    parameters: {
      query?: {
        state?: string;
        code?: string;
        error?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page with the way back into Zalo */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description A page in plain words; a problem where no page could be made */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A page in plain words; a problem where no page could be made */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  linkIdentity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
          /** @description empty when this phone never started a step-up */
          verifier: string;
        };
      };
    };
    responses: {
      /** @description Linked */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Linked'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  unlinkIdentity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session, now at level 1 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listProcedures: {
    parameters: {
      query?: {
        /** @description words, with or without diacritics, abbreviations allowed */
        q?: string;
        event?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Best first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ProcedureSummary'][];
            lifeEvents: components['schemas']['LifeEvent'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readProcedure: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        procedureCode: components['parameters']['ProcedureCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The guide */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProcedureGuide'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readForm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        procedureCode: components['parameters']['ProcedureCode'];
        version: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The definition */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FormDefinition'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listDrafts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description At most 50 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['DraftSummary'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  startDraft: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          id: string;
          procedureCode: components['schemas']['ProcedureCode'];
          /**
           * Format: uuid
           * @description for whom it is done; absent: for the person themselves
           */
          delegationId?: string;
        };
      };
    };
    responses: {
      /** @description The draft */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Draft'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readDraft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        draftId: components['parameters']['DraftId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The draft */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Draft'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  saveDraft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        draftId: components['parameters']['DraftId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          rev: number;
          /** @description the version of the form these answers were written in */
          formVersion: string;
          answers: components['schemas']['Answers'];
          oldAnswers: components['schemas']['OldAnswers'];
          page: string;
        };
      };
    };
    responses: {
      /** @description The draft, rev + 1 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Draft'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  deleteDraft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        draftId: components['parameters']['DraftId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  listDossiers: {
    parameters: {
      query?: {
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['DossierSummary'][];
            next: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  submitDossier: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          draftId: string;
          /** @description of the draft that was reviewed */
          rev: number;
          files: {
            /** Format: uuid */
            id: string;
            sha256: string;
          }[];
          /** @description ids of the statements ticked */
          declaration: string[];
        };
      };
    };
    responses: {
      /** @description The receipt */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Receipt'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readDossier: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The dossier */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dossier'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readReceipt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The receipt */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Receipt'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  trackDossier: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description as typed; see contract/dossiers/typed-code.ts */
          code: string;
          /** @description of the phone or of the ID number of who sent it */
          lastFour?: string;
          /** @description from the QR code on the receipt */
          seal?: string;
        };
      };
    };
    responses: {
      /** @description The state, and a name that only those who know it recognise */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrackedDossier'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listDelegations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those that hold, and the words new ones are agreed to with */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Delegation'][];
            toMe: components['schemas']['DelegationToMe'][];
            consent: components['schemas']['Consent'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createDelegation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          id: string;
          fullName: string;
          /** @description yyyy-mm-dd */
          birthDate: string;
          /** @description 12 digits; absent where it is not known */
          idNumber?: string;
          relationship: components['schemas']['Relationship'];
          evidence?: string;
          /**
           * @description how long; for a child at most until it turns 18
           * @enum {integer}
           */
          months: 1 | 6 | 12;
          consentVersion: string;
        };
      };
    };
    responses: {
      /** @description The delegation */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Delegation'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  endDelegation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        delegationId: components['parameters']['DelegationId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ended */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  withdrawDossier: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason?: string;
        };
      };
    };
    responses: {
      /** @description The dossier */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dossier'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  rateDossier: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          score: number;
          comment?: string;
        };
      };
    };
    responses: {
      /** @description As it is kept */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Rating'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readSupplement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupplementTask'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  saveSupplement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          requestId: string;
          rev: number;
          answers: components['schemas']['Answers'];
        };
      };
    };
    responses: {
      /** @description As kept, rev + 1 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Draft'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  sendSupplement: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          requestId: string;
          /** @description of what was reviewed */
          rev: number;
          files: {
            /** Format: uuid */
            id: string;
            sha256: string;
          }[];
        };
      };
    };
    responses: {
      /** @description The receipt */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupplementReceipt'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createFile: {
    parameters: {
      query?: never;
      header: {
        'Tus-Resumable': string;
        'Upload-Length': string;
        'Upload-Metadata': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Created; Location says where */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  deleteFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  readFileOffset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Upload-Offset */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  appendFile: {
    parameters: {
      query?: never;
      header: {
        'Tus-Resumable': string;
        'Upload-Offset': string;
      };
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/offset+octet-stream': string;
      };
    };
    responses: {
      /** @description Kept; Upload-Offset */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  orderFiles: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        draftId: components['parameters']['DraftId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description those not named come after, as they were added */
          files: string[];
        };
      };
    };
    responses: {
      /** @description Kept */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  readFileContent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes, as what they were found to be */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/jpeg': string;
          'application/pdf': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listStudents: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description At most 20 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Student'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  followStudent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          studentCode: components['schemas']['StudentCode'];
          /** Format: date */
          birthDate: string;
        };
      };
    };
    responses: {
      /** @description The student */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Student'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  unfollowStudent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        studentId: components['parameters']['StudentId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Forgotten */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  readBill: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        billId: components['parameters']['BillId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bill and whose it is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            bill: components['schemas']['TuitionBill'];
            student: components['schemas']['Student'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  payTuition: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          billIds: string[];
        };
      };
    };
    responses: {
      /** @description The order; open Checkout next */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentOrder'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  importBills: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          school: {
            code: string;
            name: string;
            phone?: string;
          };
          bills: components['schemas']['ImportedBill'][];
        };
      };
    };
    responses: {
      /** @description What became of the rows */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            created: number;
            changed: number;
            unchanged: number;
            refused: {
              /** @description counted from 1 */
              row: number;
              billCode: string;
              errors: components['schemas']['FieldProblem'][];
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  refundPayment: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        orderCode: components['schemas']['OrderCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          /** @description who decided it */
          by: string;
        };
      };
    };
    responses: {
      /** @description On its way */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            orderCode: components['schemas']['OrderCode'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listMismatches: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Open ones */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Mismatch'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  settleMismatch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        mismatchId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          decision: 'sendBack' | 'notPaid' | 'noted';
          note: string;
          by: string;
        };
      };
    };
    responses: {
      /** @description As it stands now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Mismatch'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  bringStatement: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          provider: 'checkout' | 'national';
          /** Format: date-time */
          from: string;
          /** Format: date-time */
          until: string;
          rows: {
            /** @enum {string} */
            kind: 'payment' | 'refund';
            providerOrderId: string;
            transactionId: string;
            amountVnd: number;
            /** @description our order: its id or its code */
            reference?: string;
          }[];
        };
      };
    };
    responses: {
      /** @description What it told */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description rows we did not know */
            news: number;
            /** @description orders of which it is certain now that nobody paid */
            closed: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readLedger: {
    parameters: {
      query: {
        from: string;
        until: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description `sum` is 0, or the books do not balance */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            accounts: {
              account: string;
              in: number;
              out: number;
            }[];
            sum: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listPayments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Orders */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['PaymentOrder'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readPayment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: components['parameters']['OrderId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentOrder'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  reportCheckout: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: components['parameters']['OrderId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          seen: 'opened' | 'left' | 'done';
          checkoutOrderId?: string;
        };
      };
    };
    responses: {
      /** @description The order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentOrder'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  openCheckout: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        orderId: components['parameters']['OrderId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Hand this to the SDK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckoutOrder'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  checkPayment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: components['parameters']['OrderId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentOrder'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  openFeeReceipt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        orderId: components['parameters']['OrderId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Open the URL within two minutes */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uri */
            url: string;
            /** Format: date-time */
            expiresAt: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readFeeReceipt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        ticket: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The PDF */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
      /** @description A page in plain words */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  payDossierFee: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierId: components['parameters']['DossierId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The order; open Checkout next */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PaymentOrder'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  receiveCheckoutCallback: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          data: {
            [key: string]: unknown;
          };
          mac: string;
          overallMac: string;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description Whether it is accepted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            returnCode: number;
            returnMessage: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  receiveCheckoutNotice: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          data: {
            [key: string]: unknown;
          };
          mac: string;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description Whether it is accepted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            returnCode: number;
            returnMessage: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  receiveNationalPayment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          LoaiBanTin: string;
          PhienBan: string;
          MaDoiTac: string;
          MaThamChieu: string;
          SoTien: string;
          MaTienTe: string;
          MaGiaoDich: string;
          MaNganHang: string;
          ThoiGianGD: string;
          ThongTinGiaoDich: string;
          TrangThaiGD?: string;
          MaXacThuc: string;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description `MaLoi` 00: noted */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            MaLoi: string;
            MoTaLoi: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  searchEverything: {
    parameters: {
      query?: {
        /** @description words, with or without diacritics; abbreviations, everyday words and slips of the finger are understood */
        q?: string;
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Best first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SearchHit'][];
            next: string | null;
            /** @description at most 100: nobody reads further */
            total: number;
            /** @description The words searched for, where those typed were spelled otherwise */
            understood: string | null;
            /** @description Words that find something; only where nothing was typed or found */
            suggestions: string[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listRecentSearches: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The list */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['RecentSearch'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  keepRecentSearch: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          words: string;
        };
      };
    };
    responses: {
      /** @description Noted */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  forgetRecentSearches: {
    parameters: {
      query?: {
        words?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Forgotten */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  listPlaces: {
    parameters: {
      query: {
        topic: components['schemas']['PlaceTopic'];
        kind?: components['schemas']['PlaceKind'];
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['PlaceSummary'][];
            next: string | null;
            /** @description What the topic holds, most first */
            kinds: {
              kind: components['schemas']['PlaceKind'];
              count: number;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readPlace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        placeId: components['parameters']['PlaceId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The place */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Place'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  importPlaces: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          places: components['schemas']['PlaceInput'][];
        };
      };
    };
    responses: {
      /** @description What became of them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            written: number;
            unchanged: number;
            removed: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listAuthorities: {
    parameters: {
      query: {
        kind: 'department' | 'commune';
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['AuthoritySummary'][];
            next: string | null;
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readAuthority: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        authorityId: components['parameters']['AuthorityId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The authority */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Authority'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listQuestionFields: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Fields */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QuestionFields'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listQuestions: {
    parameters: {
      query?: {
        q?: string;
        field?: string;
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['PublishedQuestion'][];
            next: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readQuestion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionId: components['parameters']['QuestionId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Question and answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublishedQuestion'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readQuestionDraft: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description null: nothing */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            draft: components['schemas']['QuestionDraft'] | null;
            /** Format: date-time */
            savedAt: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  saveQuestionDraft: {
    parameters: {
      query?: {
        /** @description `savedAt` of what this builds on; 1970-01-01T00:00:00Z: there was nothing. Absent: the last saving counts */
        seen?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['QuestionDraft'];
      };
    };
    responses: {
      /** @description Kept */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date-time */
            savedAt: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  deleteQuestionDraft: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  listMyQuestions: {
    parameters: {
      query?: {
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['QuestionSummary'][];
            next: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  askQuestion: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          id: string;
          field: string;
          title: string;
          text: string;
          /** @description the asker lets the masked question be published */
          mayPublish: boolean;
          /**
           * Format: uuid
           * @description a dossier of the asker’s own
           */
          dossierId?: string;
          /** @description uploaded before under this id; may still be in check */
          files?: string[];
        };
      };
    };
    responses: {
      /** @description Sent */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyQuestion'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readMyQuestion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionId: components['parameters']['QuestionId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The question */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyQuestion'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  clarifyQuestion: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        questionId: components['parameters']['QuestionId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description The question */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyQuestion'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  rateQuestion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionId: components['parameters']['QuestionId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          score: number;
          comment?: string;
        };
      };
    };
    responses: {
      /** @description The question */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyQuestion'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listQuestionFiles: {
    parameters: {
      query: {
        questionId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Files, as they came */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['DraftFile'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createQuestionFile: {
    parameters: {
      query?: never;
      header: {
        'Tus-Resumable': string;
        'Upload-Length': string;
        'Upload-Metadata': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Created; Location says where */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  deleteQuestionFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  readQuestionFileOffset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Upload-Offset */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  appendQuestionFile: {
    parameters: {
      query?: never;
      header: {
        'Tus-Resumable': string;
        'Upload-Offset': string;
      };
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/offset+octet-stream': string;
      };
    };
    responses: {
      /** @description Kept; Upload-Offset */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  readQuestionFileForOffice: {
    parameters: {
      query: {
        /** @description Why somebody reads what is a person’s; written down, and shown to that person */
        purpose: components['parameters']['Purpose'];
      };
      header?: never;
      path: {
        questionCode: components['parameters']['QuestionCode'];
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes, as what they were found to be */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/jpeg': string;
          'application/pdf': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listQuestionsForOffice: {
    parameters: {
      query?: {
        state?: components['schemas']['QuestionState'];
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['QuestionSummary'][];
            next: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readQuestionForOffice: {
    parameters: {
      query: {
        /** @description Why somebody reads what is a person’s; written down, and shown to that person */
        purpose: components['parameters']['Purpose'];
      };
      header?: never;
      path: {
        questionCode: components['parameters']['QuestionCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The question */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeQuestion'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  askQuestionClarification: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        questionCode: components['parameters']['QuestionCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OfficeWords'];
      };
    };
    responses: {
      /** @description The question */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeQuestion'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  answerQuestion: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        questionCode: components['parameters']['QuestionCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          outcome: 'answered' | 'refused';
          by: string;
          text: string;
        };
      };
    };
    responses: {
      /** @description The question */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeQuestion'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  publishQuestion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        questionCode: components['parameters']['QuestionCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          title: string;
          text: string;
          answer: string;
        };
      };
    };
    responses: {
      /** @description As everybody reads it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublishedQuestion'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listAppointmentOffices: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Offices */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['AppointmentOffice'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listAppointmentDays: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        officeId: string;
        serviceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Days */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['AppointmentDay'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listAppointments: {
    parameters: {
      query?: {
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Appointment'][];
            next: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  bookAppointment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          id: string;
          officeId: string;
          serviceId: string;
          /** Format: date */
          day: string;
          time: components['schemas']['SlotTime'];
        };
      };
    };
    responses: {
      /** @description The ticket */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Appointment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readAppointment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        appointmentId: components['parameters']['AppointmentId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The ticket */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Appointment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  moveAppointment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        appointmentId: components['parameters']['AppointmentId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          day: string;
          time: components['schemas']['SlotTime'];
        };
      };
    };
    responses: {
      /** @description The ticket, with a number of the new day */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Appointment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  cancelAppointment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        appointmentId: components['parameters']['AppointmentId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Cancelled */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  listAppointmentsForOffice: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        officeId: string;
        day: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The day */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            closed: string | null;
            /** @description places in each slot; null: as the province set it */
            capacity: number | null;
            called: number | null;
            items: components['schemas']['OfficeAppointment'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  setAppointmentDay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        officeId: string;
        day: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          closed: string | null;
          capacity: number | null;
        };
      };
    };
    responses: {
      /** @description How many bookings were cancelled by it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cancelled: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  callAppointment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        officeId: string;
        day: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          number: number;
        };
      };
    };
    responses: {
      /** @description Who was called */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeAppointment'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listNotifications: {
    parameters: {
      query?: {
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Notification'][];
            next: string | null;
            unread: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  markNotificationRead: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        notificationId: components['parameters']['NotificationId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Noted */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  readNoticeChoices: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticeChoices'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeNoticeChoices: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          choices?: {
            topic: components['schemas']['NoticeTopic'];
            channel: components['schemas']['NoticeChannel'];
            wanted: boolean;
          }[];
          quietHours?: components['schemas']['QuietHours'] | null;
        };
      };
    };
    responses: {
      /** @description As it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticeChoices'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  receiveMiniAppEvent: {
    parameters: {
      query?: never;
      header?: {
        'X-ZEvent-Signature'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          event: string;
          appId: string;
          userId?: string;
          timestamp: string | number;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description Taken in */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            outcome: 'noted' | 'ignored';
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  receiveOaEvent: {
    parameters: {
      query?: never;
      header?: {
        'X-ZEvent-Signature'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          event_name: string;
          timestamp: string | number;
          app_id?: string;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description Taken in */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            outcome: 'noted' | 'ignored';
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listDeliveries: {
    parameters: {
      query?: {
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Delivery'][];
            next: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  countMyThings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The numbers */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyThings'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  countMyDossiers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The numbers */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyDossiers'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readPrivacy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Privacy'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  withdrawPhoneConsent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session, now at level 0 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  startExport: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Being made; ask readPrivacy how far it is */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonalExport'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  openExport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        exportId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Open the URL within two minutes */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uri */
            url: string;
            /** Format: date-time */
            expiresAt: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readExport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        ticket: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The zip */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': string;
        };
      };
      /** @description A page in plain words */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  previewErasure: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Both lists */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Erasure'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  eraseMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What went, and what the law keeps */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Erasure'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listDocuments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description At most 100 of each kind; `more` says that there are older ones */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['DocumentSummary'][];
            more: boolean;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readDocument: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        documentId: components['parameters']['DocumentId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The document */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WalletDocument'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  openDocument: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        documentId: components['parameters']['DocumentId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Open the URL within two minutes */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uri */
            url: string;
            /** Format: date-time */
            expiresAt: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  shareDocument: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        documentId: components['parameters']['DocumentId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description for whom, in the words of the owner; shown to whoever checks */
          audience: string;
        };
      };
    };
    responses: {
      /** @description Good for five minutes */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentShare'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  endShare: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        documentId: components['parameters']['DocumentId'];
        shareId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It works no more */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  readOpened: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        ticket: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The PDF */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
      /** @description A page in plain words */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  checkShared: {
    parameters: {
      query: {
        ma: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page in plain words */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description A page in plain words */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  checkReceipt: {
    parameters: {
      query: {
        b: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page in plain words */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description A page in plain words */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  helpWithDraft: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        helpNumber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The draft with this number */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              procedure: string;
              /** @description title of the page that is open */
              step: string;
              /** Format: date-time */
              savedAt: string;
              /** Format: date-time */
              expiresAt: string;
              /** @description how many papers have arrived */
              files: number;
              /** @description in the words the phone shows */
              missing: string[];
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listDossiersForOffice: {
    parameters: {
      query?: {
        state?: components['schemas']['DossierState'];
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['DossierSummary'][];
            next: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readDossierForOffice: {
    parameters: {
      query: {
        /** @description Why somebody reads what is a person’s; written down, and shown to that person */
        purpose: components['parameters']['Purpose'];
      };
      header?: never;
      path: {
        dossierCode: components['parameters']['DossierCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The dossier */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            dossier: components['schemas']['Dossier'];
            /** @description What the citizen sent afterwards; `answers` and `receipt` stay those of the first sending */
            supplements: {
              number: number;
              answers: components['schemas']['Answers'];
              receipt: components['schemas']['SupplementReceipt'];
            }[];
            /** @description Who sent it, as the provincial ID verified them */
            submitter: {
              fullName: string;
              idNumber: string;
              /** @description null while no Zalo account is linked */
              phone: string | null;
            };
            answers: components['schemas']['Answers'];
            receipt: components['schemas']['Receipt'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  moveDossier: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        dossierCode: components['parameters']['DossierCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          to: components['schemas']['DossierState'];
          /** @description the office */
          by: string;
          fee?: components['schemas']['DossierFee'];
          /** @description public sentence for the citizen; required for refused, supplementRequired, suspended */
          note?: string;
        };
      };
    };
    responses: {
      /** @description The dossier */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dossier'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  askSupplement: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        dossierCode: components['parameters']['DossierCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description the office */
          by: string;
          /** @description a sentence above the list; absent: the list speaks */
          note?: string;
          /**
           * Format: date
           * @description until when the citizen should answer; absent: no day is set
           */
          answerBy?: string;
          items: {
            /** @enum {string} */
            kind: 'paper' | 'answer';
            /** @description a paper or field id of the dossier's form, else the paper's name or the question itself */
            about: string;
            /** @description why, in a sentence the citizen reads */
            reason: string;
          }[];
        };
      };
    };
    responses: {
      /** @description The dossier, and what the officer should know */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            dossier: components['schemas']['Dossier'];
            /** @description a second request counts the dossier as overdue in the index of Decision 766/QĐ-TTg */
            warning: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  retryForwarding: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierCode: components['parameters']['DossierCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where it stands */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            forwarding: components['schemas']['Forwarding'];
            /** @description events that are still held or impossible */
            openEvents: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listDossierMessages: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        dossierCode: components['parameters']['DossierCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Oldest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['DossierMessage'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  receiveDossierEvent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          eventId: string;
          dossierCode: components['schemas']['DossierCode'];
          sequence: number;
          /** Format: date-time */
          occurredAt: string;
          to: components['schemas']['DossierState'];
          /** @description the office */
          by: string;
          /** @description public sentence for the citizen; required for refused, supplementRequired, suspended */
          note?: string;
        };
      };
    };
    responses: {
      /** @description Taken in; what came of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /**
             * @description `already`: the dossier was there. `held`: waits for an earlier event. `late`: a later event came first,
             *     nothing moves back. `impossible`: the dossier may not go there from where it is; people were told.
             * @enum {string}
             */
            outcome: 'applied' | 'already' | 'held' | 'late' | 'impossible';
            state: components['schemas']['DossierState'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listDeadLetters: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description At most 100, and how many there are */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['DeadLetter'][];
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  handInResult: {
    parameters: {
      query: {
        /** @description the office */
        by: string;
        /** @description what the citizen reads; the procedure's name when absent */
        title?: string;
      };
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        dossierCode: components['parameters']['DossierCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/pdf': string;
      };
    };
    responses: {
      /** @description It lies in the wallet */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            documentId: string;
            size: number;
            sha256: string;
            state: components['schemas']['DossierState'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listStores: {
    parameters: {
      query?: {
        /** @description words of its name, goods or place */
        q?: string;
        kind?: string;
        commune?: string;
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page, and the kinds there are */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Store'][];
            next: string | null;
            kinds: components['schemas']['StoreKind'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  mapStores: {
    parameters: {
      query?: {
        kind?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Communes with shops, most shops first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            communes: components['schemas']['StoresOfCommune'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readStore: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeId: components['parameters']['StoreId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The shop */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Store'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listStoreRegistrations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['StoreRegistrationSummary'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  startStoreRegistration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          id: string;
        };
      };
    };
    responses: {
      /** @description The registration */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreRegistration'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readStoreRegistration: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeId: components['parameters']['StoreId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The registration */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreRegistration'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  saveStoreRegistration: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeId: components['parameters']['StoreId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          rev: number;
          formVersion: string;
          answers: components['schemas']['Answers'];
          oldAnswers: components['schemas']['OldAnswers'];
          page: string;
        };
      };
    };
    responses: {
      /** @description As it is kept */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Draft'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  deleteStoreRegistration: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeId: components['parameters']['StoreId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone from every list but the owner's */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  submitStoreRegistration: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        storeId: components['parameters']['StoreId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          rev: number;
          declaration: string[];
        };
      };
    };
    responses: {
      /** @description The registration lies with the office */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreRegistrationSummary'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  showStoreAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        storeId: components['parameters']['StoreId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          shown: boolean;
        };
      };
    };
    responses: {
      /** @description The registration */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreRegistration'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listStoresForOffice: {
    parameters: {
      query?: {
        state?: components['schemas']['StoreState'];
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['StoreRegistrationSummary'][];
            next: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readStoreForOffice: {
    parameters: {
      query: {
        /** @description Why somebody reads what is a person’s; written down, and shown to that person */
        purpose: components['parameters']['Purpose'];
      };
      header?: never;
      path: {
        storeCode: components['parameters']['StoreCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The registration */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreForOffice'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  decideStore: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        storeCode: components['parameters']['StoreCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          to: 'approved' | 'refused' | 'supplementRequired' | 'closed';
          /** @description the office; left out: the one it was sent to */
          by?: string;
          /** @description a sentence for the owner; required for refused and closed, and for supplementRequired without items */
          note?: string;
          /** @description for supplementRequired */
          items?: {
            /** @description a field id of the form */
            field: string;
            reason: string;
          }[];
        };
      };
    };
    responses: {
      /** @description Where it stands */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoreRegistrationSummary'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listArticles: {
    parameters: {
      query?: {
        topic?: string;
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ArticleSummary'][];
            next: string | null;
            alerts: components['schemas']['ArticleSummary'][];
            topics: components['schemas']['NewsTopic'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readArticle: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        articleSlug: components['parameters']['ArticleSlug'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The article */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Article'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listChannels: {
    parameters: {
      query: {
        kind: components['schemas']['ChannelKind'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Channels */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /**
             * Format: date
             * @description today in Viet Nam, of which the programmes are
             */
            day: string;
            items: components['schemas']['Channel'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  handInProgramme: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        channelId: string;
        /** @description in Viet Nam */
        day: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          items: components['schemas']['ProgrammeItem'][];
        };
      };
    };
    responses: {
      /** @description As it stands now, by time */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            channelId: string;
            /** Format: date */
            day: string;
            items: components['schemas']['ProgrammeItem'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readHeadlines: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Headlines */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            alerts: components['schemas']['ArticleSummary'][];
            latest: components['schemas']['ArticleSummary'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readNewsPicture: {
    parameters: {
      query: {
        width: number;
      };
      header?: never;
      path: {
        pictureId: components['parameters']['PictureId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The picture */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/jpeg': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listArticlesForOffice: {
    parameters: {
      query?: {
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** Format: uuid */
              id: string;
              about: components['schemas']['ArticleSummary'];
              withdrawn: boolean;
            }[];
            next: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readArticleForOffice: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        articleId: components['parameters']['ArticleId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The article */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeArticle'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  publishArticle: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        articleId: components['parameters']['ArticleId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ArticleInput'];
      };
    };
    responses: {
      /** @description As it stands now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeArticle'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  withdrawArticle: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        articleId: components['parameters']['ArticleId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          by: string;
          /** @description for the record; not shown */
          reason: string;
        };
      };
    };
    responses: {
      /** @description As it stands now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeArticle'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  handInNewsPicture: {
    parameters: {
      query: {
        alt: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'image/jpeg': string;
      };
    };
    responses: {
      /** @description The picture */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewsPicture'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listReportCategories: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description In the order to show */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description of all questions together; sent along with answers */
            version: string;
            /** @description Vietnamese words → English */
            english: {
              [key: string]: string;
            };
            groups: components['schemas']['ReportGroup'][];
            items: components['schemas']['ReportCategory'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listReports: {
    parameters: {
      query?: {
        commune?: string;
        category?: string;
        /** @description true: not resolved yet; false: done; absent: both */
        open?: boolean;
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page, and how many there are in all */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['PublicReportSummary'][];
            next: string | null;
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  sendReport: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          id: string;
          category: string;
          formVersion: string;
          answers: components['schemas']['Answers'];
          words: string;
          place: components['schemas']['ReportPlace'];
          /** @description uploaded before under this id; may still be in check */
          files: string[];
          /** @description nobody but the receiving desk sees who sent it */
          hideName: boolean;
          /**
           * Format: date-time
           * @description when the person finished; it may have waited for a network
           */
          writtenAt: string;
        };
      };
    };
    responses: {
      /** @description It has arrived */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SentReport'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  findReportsNearby: {
    parameters: {
      query: {
        lat: number;
        lng: number;
        category: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description At most ten */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['PublicReportSummary'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  mapReports: {
    parameters: {
      query: {
        south: number;
        west: number;
        north: number;
        east: number;
        zoom: number;
        category?: string;
        open?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Clusters, or reports when looked at from near */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            clusters: components['schemas']['ReportCluster'][];
            items: components['schemas']['PublicReportSummary'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportId: components['parameters']['ReportId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicReport'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readReportPhoto: {
    parameters: {
      query?: {
        size?: 'small' | 'large';
      };
      header?: never;
      path: {
        reportId: components['parameters']['ReportId'];
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The picture */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/jpeg': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  followReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportId: components['parameters']['ReportId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Followed */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  unfollowReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportId: components['parameters']['ReportId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Not followed */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  decodePlace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          accessToken: string;
          locationToken: string;
        };
      };
    };
    responses: {
      /** @description The point and the communes it may lie in */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            point: components['schemas']['Point'];
            communes: components['schemas']['NearCommune'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  findCommunesAt: {
    parameters: {
      query: {
        lat: number;
        lng: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description At most three; none outside the province */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['NearCommune'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listMyReports: {
    parameters: {
      query?: {
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['MyReportSummary'][];
            next: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readMyReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportId: components['parameters']['ReportId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyReport'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  clarifyReport: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        reportId: components['parameters']['ReportId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Addition'];
      };
    };
    responses: {
      /** @description The report */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyReport'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  reopenReport: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        reportId: components['parameters']['ReportId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Addition'];
      };
    };
    responses: {
      /** @description The report */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MyReport'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  rateReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportId: components['parameters']['ReportId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          score: number;
          comment?: string;
        };
      };
    };
    responses: {
      /** @description Kept */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportRating'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readOutboxKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Keys of 256 bits */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description base64url; the first seals, all of them open */
            keys: string[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  createReportFile: {
    parameters: {
      query?: never;
      header: {
        'Tus-Resumable': string;
        'Upload-Length': string;
        'Upload-Metadata': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Created; Location says where */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  deleteReportFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  readReportFileOffset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Upload-Offset */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  appendReportFile: {
    parameters: {
      query?: never;
      header: {
        'Tus-Resumable': string;
        'Upload-Offset': string;
      };
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/offset+octet-stream': string;
      };
    };
    responses: {
      /** @description Kept; Upload-Offset */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  readReportFileContent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes, as what they were found to be */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/jpeg': string;
          'video/mp4': string;
          'video/quicktime': string;
          'video/3gpp': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listReportsForOffice: {
    parameters: {
      query?: {
        state?: components['schemas']['ReportState'];
        /** @description Opaque; from `next` of the page before */
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              code: components['schemas']['ReportCode'];
              category: string;
              words: string;
              communeCode: string | null;
              state: components['schemas']['ReportState'];
              /** Format: date-time */
              submittedAt: string;
              dueDate: string | null;
              isPublic: boolean;
            }[];
            next: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readReportForOffice: {
    parameters: {
      query: {
        /** @description Why somebody reads what is a person’s; written down, and shown to that person */
        purpose: components['parameters']['Purpose'];
      };
      header?: never;
      path: {
        reportCode: components['parameters']['ReportCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The report */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeReport'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readReportFileForOffice: {
    parameters: {
      query: {
        /** @description Why somebody reads what is a person’s; written down, and shown to that person */
        purpose: components['parameters']['Purpose'];
      };
      header?: never;
      path: {
        reportCode: components['parameters']['ReportCode'];
        fileId: components['parameters']['FileId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes, as what they were found to be */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/jpeg': string;
          'video/mp4': string;
          'video/quicktime': string;
          'video/3gpp': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  moveReport: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        reportCode: components['parameters']['ReportCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          to: 'clarifying' | 'assigned' | 'inProgress' | 'resolved' | 'refused';
          /** @description the office */
          by: string;
          /** @description public sentence; required for clarifying, resolved, refused */
          note?: string;
          /** @description for offices only */
          internalNote?: string;
        };
      };
    };
    responses: {
      /** @description The report */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeReport'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  noteReport: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        reportCode: components['parameters']['ReportCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          by: string;
          internalNote: string;
        };
      };
    };
    responses: {
      /** @description The report */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeReport'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  publishReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportCode: components['parameters']['ReportCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          title: string;
          words?: string;
          place?: string;
          /** @description those to be shown, in this order; all others stay hidden */
          photos: {
            /** Format: uuid */
            id: string;
            /** @description faces and plates */
            regions: components['schemas']['Region'][];
          }[];
        };
      };
    };
    responses: {
      /** @description The report */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeReport'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  hideReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        reportCode: components['parameters']['ReportCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Hidden */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  mergeReport: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        reportCode: components['parameters']['ReportCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          into: components['schemas']['ReportCode'];
          by: string;
          internalNote?: string;
        };
      };
    };
    responses: {
      /** @description The report it now belongs to */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfficeReport'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  handInReportPhoto: {
    parameters: {
      query?: never;
      header: {
        /** @description Chosen by the phone, once for each act. Same key and body → the same answer; other body → 409 idempotency-conflict. */
        'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      path: {
        reportCode: components['parameters']['ReportCode'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'image/jpeg': string;
      };
    };
    responses: {
      /** @description The photo */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportFile'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  discoverOpen311: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        format: components['parameters']['Open311Format'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The endpoints */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Open311Discovery'];
          'text/xml': string;
        };
      };
      default: components['responses']['Open311Errors'];
    };
  };
  listOpen311Services: {
    parameters: {
      query?: {
        /** @description This server serves one province, so it may be left out; another one is not found */
        jurisdiction_id?: components['parameters']['Jurisdiction'];
      };
      header?: never;
      path: {
        format: components['parameters']['Open311Format'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description In the order to show */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Open311Service'][];
          'text/xml': string;
        };
      };
      default: components['responses']['Open311Errors'];
    };
  };
  readOpen311Service: {
    parameters: {
      query?: {
        /** @description This server serves one province, so it may be left out; another one is not found */
        jurisdiction_id?: components['parameters']['Jurisdiction'];
      };
      header?: never;
      path: {
        serviceCode: string;
        format: components['parameters']['Open311Format'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The questions */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Open311Definition'];
          'text/xml': string;
        };
      };
      default: components['responses']['Open311Errors'];
    };
  };
  listOpen311Requests: {
    parameters: {
      query?: {
        /** @description This server serves one province, so it may be left out; another one is not found */
        jurisdiction_id?: components['parameters']['Jurisdiction'];
        service_request_id?: string;
        service_code?: string;
        start_date?: string;
        end_date?: string;
        status?: string;
      };
      header?: never;
      path: {
        format: components['parameters']['Open311Format'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Newest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Open311Request'][];
          'text/xml': string;
        };
      };
      default: components['responses']['Open311Errors'];
    };
  };
  createOpen311Request: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        format: components['parameters']['Open311Format'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          api_key?: string;
          jurisdiction_id?: string;
          service_code?: string;
          lat?: string;
          long?: string;
          address_string?: string;
          address_id?: string;
          description?: string;
          media_url?: string;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The token by which its id is found once it is public */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Open311Created'][];
          'text/xml': string;
        };
      };
      default: components['responses']['Open311Errors'];
    };
  };
  readOpen311Request: {
    parameters: {
      query?: {
        /** @description This server serves one province, so it may be left out; another one is not found */
        jurisdiction_id?: components['parameters']['Jurisdiction'];
      };
      header?: never;
      path: {
        requestId: string;
        format: components['parameters']['Open311Format'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An array of one */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Open311Request'][];
          'text/xml': string;
        };
      };
      default: components['responses']['Open311Errors'];
    };
  };
  readOpen311Token: {
    parameters: {
      query?: {
        /** @description This server serves one province, so it may be left out; another one is not found */
        jurisdiction_id?: components['parameters']['Jurisdiction'];
      };
      header?: never;
      path: {
        token: string;
        format: components['parameters']['Open311Format'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The id */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Open311Token'][];
          'text/xml': string;
        };
      };
      default: components['responses']['Open311Errors'];
    };
  };
  readNumbers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The numbers */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Numbers'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readNumbersTable: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The table */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  addCounts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          batch: string;
          counts: components['schemas']['StepCount'][];
        };
      };
    };
    responses: {
      /** @description Counted */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  handInCounterDossiers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        day: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          received: number;
        };
      };
    };
    responses: {
      /** @description Kept */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  readHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Alive */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            status: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            status: string;
            database: string;
          };
        };
      };
      503: components['responses']['Problem'];
      default: components['responses']['Problem'];
    };
  };
  readMetrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Metrics */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  readKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description JWK set */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            keys: {
              [key: string]: unknown;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
}
