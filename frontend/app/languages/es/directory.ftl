# Encontrar profesionales.
directory-lead = Todos los que están aquí fueron aprobados por el consejo. Pedir una cita no da una llave a nadie.
directory-name = Buscar por nombre
directory-who = Quién
directory-all = Todos
directory-doctors = Médicos
directory-hospitals = Hospitales
directory-pharmacies = Farmacias
directory-specialty = Para qué
directory-language = Habla
directory-near = Cerca de
directory-any = Cualquiera
directory-count = { $count ->
    [0] No se encontró a nadie
    [one] { $count } encontrado
    [many] { $count } encontrados
   *[other] { $count } encontrados
}
directory-awaited = Buscando en el directorio.
directory-none = Nadie cumple todo esto
directory-none-note = Quita una de las condiciones o busca una parte de un nombre.
directory-free = Próxima hora libre: { $when }
professional-awaited = La ficha se lee y se compara con la cadena.
professional-none = No existe esta ficha
professional-none-note = Esta cuenta no tiene nada en el directorio.
professional-attested = Licencia encontrada en el registro
professional-trade = Para qué
professional-languages = Habla
professional-place = Dónde
professional-since = Aquí desde
professional-not-active = Por ahora no puede actuar, así que nadie puede darle una llave.
professional-visit = Pedir una cita
professional-key = Dar una llave
professional-house = Médicos del centro
professional-sign-in = Entrar y pedir una cita
professional-proof = La ficha está en la cadena con esta cuenta, y su contenido es el que nombra la cadena.
professional-copy = Copiar la cuenta
