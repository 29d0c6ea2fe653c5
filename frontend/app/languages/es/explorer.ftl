# Lo que pasó en la cadena.
explorer-lead = Lo que todo el mundo puede saber, en frases. Lo que toca a los pacientes se les dice solo a ellos.
explorer-note = Los cargos, las profesiones y el consejo son públicos. De todo lo demás solo se dice el número.
explorer-look = Buscar
explorer-look-help = El número de un bloque o tu propia cuenta.
explorer-look-go = Mostrar
explorer-unknown = Esto no es ni un número ni una cuenta.
explorer-mine = Lo que me toca a mí
explorer-latest = Últimamente
explorer-awaited = Trayendo lo que pasó.
explorer-none = Aún no ha pasado nada.
explorer-first = Antes de esto no pasó nada.
explorer-block = Bloque { $height }
explorer-kept = { $count ->
    [one] Y { $count } cosa que toca a otros
    [many] Y { $count } de cosas que tocan a otros
   *[other] Y { $count } cosas que tocan a otros
}
explorer-folded = { $count ->
    [one] Y una vez más antes
    [many] Y { $count } de veces más antes
   *[other] Y { $count } veces más antes
}
block-title = Bloque { $height }
block-awaited = Trayendo el bloque.
block-none = Aquí no hay nada para ti
block-none-note = En este bloque no se dijo nada, o solo lo que toca a otros.
block-before = El bloque anterior
block-after = El bloque siguiente
doings-mine = Lo que me toca a mí
doings-of = Lo que toca a { $name }
doings-lead = Todo lo que la cadena guarda de esta cuenta, lo más nuevo primero.
doings-none = Nada todavía.
doings-others = Esto se dice solo a su dueño
doings-others-note = Cada persona sigue su propia cuenta y las de quienes representa. De los profesionales, el directorio dice lo que es público.
doings-entry = Ficha en el directorio
doings-account = La cuenta
