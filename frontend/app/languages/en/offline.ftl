# Without a connection: copies on this device, and what waits to be sent.
offline-open-title = Open what this device keeps
offline-open-note = What you opened here before opens again with your passphrase, without a connection.
offline-whose = Whose vault
offline-title = Kept on this device
offline-lead = What you opened here before. It is sealed on this device and opens with your vault only.
offline-alone = You are not connected. Your vault is the copy from { $when }.
offline-back = The connection may be back. Sign in to see what is new, and to send what waits.
offline-connect = Sign in
offline-close = Lock
offline-kept = Opened before
offline-row = { $kind } of { $day } · copy from { $when }
offline-none = Nothing was opened here before
offline-not-kept = This record is not kept on this device
offline-none-note = Open a record while you are connected, and it opens here without a connection, too.
offline-copy = This is the copy on this device, as it was { $when }. What changed since is not in it.
offline-add = You are not connected. What you add is sealed now, waits on this device, and your wallet asks you when you are connected again.
offline-queue = Waiting to be sent
offline-queue-waits = Sealed on this device. It is sent when you are connected and your vault is open; your wallet asks you then.
offline-queue-ready = Sealed on this device and not on the chain yet. It goes on where it stopped, and your wallet asks you once for each.
offline-line = { $size } · sealed { $when }
offline-waits = Waits to be sent
offline-sealed-here = It is sealed and kept on this device. You find it under “Waiting to be sent”, also after closing this page.
offline-send = Send it
offline-throw = Throw it away
offline-throw-title = Throw this away?
offline-throw-note = It is only on this device so far. The file you chose stays where it is.
offline-device = This device
offline-device-copies = { $count ->
    [0] No records are kept on this device.
    [one] { $count } record opens on this device without a connection.
   *[other] { $count } records open on this device without a connection.
}
offline-device-note = They are sealed and open with your vault only. The ones opened longest ago make room for new ones. Emergency cards and records opened under a counted key are never kept.
offline-device-waiting = { $count ->
    [one] { $count } record waits on this device to be sent.
   *[other] { $count } records wait on this device to be sent.
}
offline-forget = Forget this device
offline-forget-title = Forget all that this device keeps?
offline-forget-note = Copies and the vault’s copy are removed here, for everybody who uses this browser. Your records and your vault stay where they are, and you sign in anew.
offline-forget-waiting = { $count ->
    [one] { $count } record that was not sent yet is lost.
   *[other] { $count } records that were not sent yet are lost.
}
offline-forgotten = This device keeps nothing any more.
