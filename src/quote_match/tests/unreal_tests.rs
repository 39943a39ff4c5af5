//! An ellipsis that leaves out that what is kept is not so, not yet, or not known to be.

use super::{CRITICAL, check};
use crate::quote_match::*;

#[test]
fn what_is_only_meant_or_supposed_is_not_passed_over() {
    for (text, quote) in [
        ("The board rarely meets in public.", "The board … meets in public"),
        (
            "The board of the harbour trust, founded in 1894, rarely meets in public.",
            "The board of the harbour trust … meets in public",
        ),
        ("The river seldom floods the town.", "The river … floods the town"),
        ("The crew forgot to close the valve.", "The crew … close the valve"),
        ("The army avoided shelling the town.", "The army … shelling the town"),
        ("Cuts were ruled out by the treasury.", "Cuts were … by the treasury"),
        ("The film is anything but boring.", "The film is … boring"),
        ("It is far from certain that the dam will hold.", "It is … certain that the dam will hold"),
        ("The vaccine is less likely to fail in adults.", "The vaccine is … likely to fail in adults"),
        ("The law would have saved the forest.", "The law … saved the forest"),
        ("The firm, which makes boats, may have been warned.", "The firm … warned"),
        ("The firm considered closing the mill.", "The firm … closing the mill"),
        ("Scientists at two schools hope to cure the disease by 2030.", "Scientists … cure the disease by 2030"),
        ("The king, who is ill, has threatened to burn the city.", "The king … burn the city"),
        ("Men of the crew, tired by then, appeared to have forgotten it.", "Men of the crew … have forgotten it"),
        ("He pretended to be a doctor.", "He … be a doctor"),
        ("The alleged thief left by the back door.", "The … thief left by the back door"),
        ("The so-called expert spoke.", "The … expert spoke"),
        ("A fake doctor treated her.", "A … doctor treated her"),
        ("The mayor used to support the tunnel.", "The mayor … support the tunnel"),
        ("The town is about to run out of water.", "The town is … out of water"),
    ] {
        check(text, quote, CRITICAL);
    }
    let german = "Das Gremium tagt selten öffentlich, obwohl es die Stadt so will. Das Gesetz hätte den Wald gerettet. Der mutmaßliche \
        Täter floh in der Nacht. Der Leiter Karl Brandt soll von den Rissen gewusst haben, und er bestreitet das.";
    for quote in [
        "Das Gremium tagt … öffentlich",
        "Das Gesetz … den Wald gerettet",
        "Der … Täter floh in der Nacht",
        "Karl Brandt … von den Rissen gewusst haben",
    ] {
        check(german, quote, CRITICAL);
    }
    let french = "Le conseil siège rarement en public, alors que la loi ne le veut pas. Le voleur aurait fui en Espagne. Le présumé voleur \
        a été vu. Le maire a failli démissionner hier. La ville menace de vendre le quai.";
    for quote in [
        "Le conseil siège … en public",
        "Le voleur … fui en Espagne",
        "Le … voleur a été vu",
        "Le maire a … démissionner hier",
        "La ville … vendre le quai",
    ] {
        check(french, quote, CRITICAL);
    }
    let spanish = "El consejo rara vez se reúne en público, aunque la ley dice otra cosa. El presunto ladrón huyó a la costa. La empresa \
        podría haber ocultado el fallo.";
    for quote in
        ["El consejo … se reúne en público", "El … ladrón huyó a la costa", "La empresa … haber ocultado el fallo"]
    {
        check(spanish, quote, CRITICAL);
    }
    check(
        "Bolaget ska ha dolt sprickorna i väggen, men direktören säger att det inte är sant. Det var en av de största skandalerna i landet, och den är inte över.",
        "Bolaget … ha dolt sprickorna i väggen",
        CRITICAL,
    );
    check(
        "По данным следствия, директор мог знать о трещинах, но сам он это отрицает. Он не был в городе, и никто его там не видел.",
        "директор … знать о трещинах",
        CRITICAL,
    );
}

#[test]
fn what_is_left_out_with_all_that_it_says_may_be_passed_over() {
    for (text, quote) in [
        ("The men rarely seen in town left in May.", "The men … left in May"),
        ("He was used to loud music in the bar.", "He was … loud music in the bar"),
        ("She wanted to leave and went to the house.", "She … went to the house"),
        ("The law that the king proposed bans smoking.", "The law … bans smoking"),
        ("The new law, proposed in May, bans smoking.", "The new law … bans smoking"),
        ("They left the town, which they hoped to see again, in May.", "They left the town … in May"),
        ("They had to leave the house in May.", "They … leave the house in May"),
        ("The mine is far from London and the sea.", "The mine is … London and the sea"),
        ("The man considered it and closed the mill.", "The man … closed the mill"),
        ("The dam is more or less finished now.", "The dam is … finished now"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
    let german = "Die Leute konnten den Wald sehen, und sie hatten das Haus gekauft. Der Mann, der das Haus wollte, kam in die Stadt.";
    check(german, "und sie … das Haus gekauft", MatchClass::Edited);
    check(german, "Der Mann … kam in die Stadt", MatchClass::Edited);
}
