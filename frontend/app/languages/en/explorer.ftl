# What happened on the chain.
explorer-lead = What everybody may know, in sentences. What concerns patients is told to them alone.
explorer-note = Offices, professions and the council are public. Of everything else only the number is told.
explorer-look = Look for
explorer-look-help = A block’s number, or your own account.
explorer-look-go = Show
explorer-unknown = This is neither a number nor an account.
explorer-mine = What concerns me
explorer-latest = Lately
explorer-awaited = What happened is being fetched.
explorer-none = Nothing has happened yet.
explorer-first = Nothing happened before this.
explorer-block = Block { $height }
explorer-kept = { $count ->
    [one] And { $count } thing that concerns others
   *[other] And { $count } things that concern others
}
explorer-folded = { $count ->
    [one] And once more before that
   *[other] And { $count } times more before that
}
block-title = Block { $height }
block-awaited = The block is being fetched.
block-none = Nothing here for you
block-none-note = Nothing was said in this block, or only what concerns others.
block-before = The block before
block-after = The block after
doings-mine = What concerns me
doings-of = What concerns { $name }
doings-lead = All that the chain keeps under this account, newest first.
doings-none = Nothing yet.
doings-others = This is told to its owner only
doings-others-note = Everybody follows their own account and those they act for. Of professionals, the directory says what is public.
doings-entry = Entry in the directory
doings-account = The account
