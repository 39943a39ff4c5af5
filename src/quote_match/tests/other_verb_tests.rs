//! An ellipsis that gives to one verb what belongs to another, or to one subject what another does.

use super::{CRITICAL, check};
use crate::quote_match::*;

#[test]
fn the_verb_that_what_is_kept_belongs_to_is_not_passed_over() {
    for (text, quote) in [
        ("The judge acquitted the councillor and convicted her husband.", "The judge acquitted … her husband"),
        ("Police arrested the treasurer and questioned his secretary.", "Police arrested … his secretary"),
        ("The firm bought the mill in Leeds and sold the one in York.", "The firm bought … the one in York"),
        ("The drug cured mice and killed rats.", "The drug cured … rats"),
        ("The vaccine protects children but may harm infants.", "The vaccine protects … infants"),
        ("She loves Paris and hates London.", "She loves … London"),
        ("The council wants to save the library and to close the pool.", "The council wants to save … the pool"),
        ("The museum opened in 1904, burned in 1944 and closed in 1987.", "The museum opened in … 1944"),
        ("The jury, after nine days, acquitted the clerk and convicted the mayor.", "The jury … acquitted … the mayor"),
        ("The mill opened in May and closed in June.", "The mill opened … in June"),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        (
            "El juez absolvió a la concejala y condenó a su marido a tres años de cárcel, según informó ayer la prensa de la ciudad.",
            "El juez absolvió … a su marido",
        ),
        (
            "A polícia prendeu o tesoureiro e ouviu a secretária na manhã de ontem, segundo informou a imprensa local da cidade.",
            "A polícia prendeu … a secretária",
        ),
        (
            "Die Partei unterstützt den Tunnel und bekämpft die Brücke, wie die Zeitung am Montag schrieb. Das ist nicht neu, und die Leute in der Stadt wissen es.",
            "Die Partei unterstützt … die Brücke",
        ),
        (
            "Le juge a acquitté la conseillère et condamné son mari, a-t-on appris mardi. Le parti soutient le tunnel et rejette le pont.",
            "Le juge a acquitté … son mari",
        ),
    ] {
        check(text, quote, CRITICAL);
    }
}

#[test]
fn what_another_does_is_not_passed_over() {
    for (text, quote) in [
        (
            "Anna Weiss, the chair of the board, resigned on Monday after Karl Brandt, the former head of the mill, was found guilty.",
            "Anna Weiss … was found guilty",
        ),
        ("Profits rose by 12% while debts fell by 30%.", "Profits … fell by 30%"),
        ("Mr Hale hit the ball and Mr Crane hit the umpire.", "Mr Hale hit … the umpire"),
        ("Critics of the law say it is cruel; its friends say it is kind.", "Critics of the law say it is … kind"),
        ("Norway has joined the pact, and Finland has left it.", "Norway has … left it"),
        ("The poll found that 40 of 100 voters like Hale and 35 like Crane.", "40 of 100 voters like … Crane"),
        ("The poll found that 40 of 100 voters like Hale and 35 like Crane.", "40 of 100 voters … like Crane"),
        ("Teachers want more pay, and so do nurses; doctors want less.", "Teachers want … less"),
    ] {
        check(text, quote, CRITICAL);
    }
}

#[test]
fn what_belongs_to_the_verb_that_is_kept_stays_with_it() {
    for (text, quote) in [
        ("The judge acquitted the councillor and convicted her husband.", "The judge … convicted her husband"),
        (
            "The museum opened in 1904, burned in 1944 and closed in 1987.",
            "The museum opened in 1904 … and closed in 1987",
        ),
        ("He sold the books and pens of the old school.", "He sold … pens of the old school"),
        ("She met the clerk and the mayor and his wife.", "She met the clerk … and his wife"),
        ("The judge acquitted and freed the mayor.", "The judge acquitted … the mayor"),
        ("She sang songs and danced and left the house.", "She sang … and left the house"),
        ("They crossed the river and then the bridge.", "They crossed … the bridge"),
        ("They walked through the town and across the bridge.", "They walked … across the bridge"),
        ("The shop sells apples, pears and plums from the farm.", "The shop sells … plums from the farm"),
        ("It rained in May and in June of that year.", "It rained in … June of that year"),
        ("He visited the towns and spoke, with some of his friends, to the men.", "He visited the towns … to the men"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
    for (text, quote) in [
        ("The mayor, who praised the plan and the council, was ill.", "The mayor … was ill"),
        ("The plan proposed by Weiss and Brandt failed in May.", "The plan … failed in May"),
        ("The bank, closed after the war, reopened in May.", "The bank … reopened in May"),
        ("The bank, which fell while rates rose, was sold.", "The bank … was sold"),
        ("Anna Weiss, the chair, and Karl Brandt were found guilty.", "Anna Weiss … were found guilty"),
        ("The old man rose when it rained and was ill.", "The old man … was ill"),
        ("The plan is good and it is cheap.", "The plan is … cheap"),
        ("The plan is good and the plan is cheap.", "The plan is … cheap"),
        ("He is the man, who many say is ill.", "He is … ill"),
        ("The men had been there before the war and had left.", "The men … had left"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
    let german = "Die Stadt kauft den Wald mit dem Haus, und die Leute sehen das gern. Der Rat sprach von den Kosten und von der Brücke.";
    check(german, "Die Stadt kauft … dem Haus", MatchClass::Edited);
    check(german, "Der Rat sprach … von der Brücke", MatchClass::Edited);
    let french = "Le conseil a vu la maison et le jardin, et les gens de la ville le savent. Il parle de la mer et avec le maire.";
    check(french, "Le conseil a vu … le jardin", MatchClass::Edited);
    check(french, "Il parle … avec le maire", MatchClass::Edited);
}

#[test]
fn where_and_when_something_was_done_stays_with_its_verb() {
    for (text, quote) in [
        (
            "The bill was passed by the lower house on 3 May and rejected by the upper house on 5 May.",
            "The bill was passed … on 5 May",
        ),
        ("The ring was lost in Hull in June but found by a boy in July.", "The ring was lost … in July"),
        ("She was born in Hull and became a judge in 1998.", "She was born … in 1998"),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("The bill was passed by the house and the lords on 5 May.", "The bill was passed … on 5 May"),
        ("The bill was passed by the tired old house on 3 May.", "The bill was passed … on 3 May"),
        ("The ring was lost by a maid and a cook in July.", "The ring was lost … in July"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
}
