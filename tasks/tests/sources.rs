//! What was compiled of one checkout is not compiled again of another that holds the same, and never passes for
//! another's.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, SystemTime},
};

/// Runs a script in a checkout, with a cache beside it.
fn run(folder: &Path, script: &str) {
    let setup = env::current_dir().expect("tests run in their package's folder").join("setup/sources.sh");
    let done = Command::new("bash")
        .args(["-euo", "pipefail", "-c", &format!("source '{}'\n{script}", setup.display())])
        .current_dir(folder)
        .env("CHARTKEY_CACHE", folder.parent().expect("it is in a folder"))
        .output()
        .expect("there is bash");
    assert!(done.status.success(), "{script}: {}", String::from_utf8_lossy(&done.stderr));
}

fn since(path: &Path) -> SystemTime {
    fs::metadata(path).and_then(|held| held.modified()).expect("the file is there")
}

/// Sets a file's time back, as if it had lain there for long.
fn age(path: &Path) {
    let hour = Duration::from_secs(3600);
    let file = fs::File::options().write(true).open(path).expect("the file is there");
    file.set_modified(SystemTime::now() - hour).expect("its time can be set");
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn files_are_as_old_as_what_they_hold() {
    let all = Folder(env::temp_dir().join(format!("chartkey-sources-{}", std::process::id())));
    let [first, second] = ["first", "second"].map(|name| all.0.join(name));
    fs::create_dir_all(&first).expect("a folder can be made");
    run(&first, "git init --quiet; echo one >same; echo one >'an other'; git add .");
    run(&first, "git -c user.name=T -c user.email=t@example.org commit --quiet -m T; git clone --quiet . ../second");
    [&first, &second].iter().for_each(|checkout| age(&checkout.join("an other")));
    age(&first.join("same"));
    let old = since(&first.join("same"));

    run(&first, "settle_sources");
    assert_eq!(since(&first.join("same")), old, "a checkout that built is left alone");
    run(&second, "settle_sources");
    assert_eq!(since(&second.join("same")), old, "what is the same is as old as it was there");

    // The second checkout goes on with another text, and builds.
    fs::write(second.join("an other"), "two").expect("it can be written");
    run(&second, "settle_sources");
    assert!(since(&second.join("an other")) > old, "what was never compiled is new");

    // What is made now is of the second one's text: the first one's is new to it.
    run(&first, "settle_sources");
    assert!(since(&first.join("an other")) > old, "another's text would pass for this one's");
    assert_eq!(since(&first.join("same")), old);

    // Changed, compiled by hand, and changed back: what was made of the change is not what the file holds.
    fs::write(first.join("same"), "one\n").expect("it can be written");
    run(&first, "settle_sources");
    assert!(since(&first.join("same")) > old, "nobody knows what was made in between");
}
