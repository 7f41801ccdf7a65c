package dev.ashlar.bootstrap.seed;

import static java.util.stream.Collectors.toMap;

import dev.ashlar.commerce.application.NewProduct;
import dev.ashlar.commerce.application.ProductService;
import dev.ashlar.commerce.domain.ProductKind;
import dev.ashlar.identity.application.PeopleSeed;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.WeeklyWindow;
import dev.ashlar.mentoring.domain.MentorProfile;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** People and their doings to try the API with. Their passwords are public, so production refuses them. */
@Component
class DemoData {
    private static final String PASSWORD = "ashlar-demo";

    private static final Person MENTOR = new Person("mentor", "Mira", "Lintel", Role.EXPERT, 120);

    private static final MentorProfile PROFILE = new MentorProfile(
            "Designs databases that last",
            "Twenty years of PostgreSQL, and still reading the manual.",
            List.of("postgresql", "java", "architecture"),
            "America/New_York",
            20,
            60,
            15,
            120,
            24 * 60,
            5,
            true,
            "https://meet.example/mira",
            true);

    private static final List<Person> PEOPLE = List.of(
            new Person("admin", "Ada", "Keystone", Role.ADMIN, 0),
            new Person("auditor", "Otto", "Plumb", Role.ADMIN, 0),
            MENTOR,
            new Person("sales", "Sol", "Quarry", Role.SALES, 0),
            new Person("student", "Stu", "Corbel", Role.STUDENT, 500));

    private static final List<NewProduct> PRODUCTS = List.of(
            new NewProduct("tokens-100", "100 tokens", ProductKind.TOKEN_PACK, 100L, Money.of("25.00", "EUR"), 100_000),
            new NewProduct("tokens-500", "500 tokens", ProductKind.TOKEN_PACK, 500L, Money.of("99.00", "EUR"), 100_000),
            new NewProduct(
                    "field-book", "The mason's field book", ProductKind.GOODS, null, Money.of("19.90", "EUR"), 12));

    private final PeopleSeed seeds;
    private final TokenLedger ledger;
    private final ProductService products;
    private final MentorService mentors;
    private final DemoArticles articles;

    DemoData(
            PeopleSeed seeds,
            TokenLedger ledger,
            ProductService products,
            MentorService mentors,
            DemoArticles articles) {
        this.seeds = seeds;
        this.ledger = ledger;
        this.products = products;
        this.mentors = mentors;
        this.articles = articles;
    }

    /** In the order they depend on each other. */
    List<Seed> seeds() {
        return List.of(
                new Seed("demo people with their tokens", this::people),
                new Seed("demo products", () -> PRODUCTS.forEach(products::ensure)),
                new Seed("a demo mentor with slots for 60 days", this::mentor),
                new Seed("demo articles", this::articles));
    }

    /** Who may log in, for the startup report. */
    List<DemoLogin> logins() {
        return PEOPLE.stream()
                .map(person -> new DemoLogin(person.email(), PASSWORD, person.role()))
                .toList();
    }

    private void people() {
        PEOPLE.forEach(person -> ensure(person));
    }

    /** Mira mentors on weekdays in New York; once she is a mentor, what she says about it stays. */
    private void mentor() {
        var mira = new Actor(ensure(MENTOR), MENTOR.role(), Actor.DEFAULT_PLATFORM);
        if (mentors.isMentor(mira)) {
            return;
        }
        mentors.saveProfile(mira, 0, PROFILE);
        var weekdays = Stream.of(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
                .map(day -> new WeeklyWindow(day, LocalTime.of(9, 0), LocalTime.of(17, 0), null, null))
                .toList();
        mentors.saveAvailability(mira, 0, weekdays, List.of());
    }

    private void articles() {
        articles.ensure(PEOPLE.stream()
                .collect(toMap(
                        Person::username, person -> new Actor(ensure(person), person.role(), Actor.DEFAULT_PLATFORM))));
    }

    private UserId ensure(Person person) {
        var user = seeds.ensure(person.registration(), person.role(), new NewPassword(PASSWORD));
        if (person.tokens() > 0) {
            var key = "demo:" + user.value();
            ledger.credit(
                    UsageType.ALLOTMENT,
                    new TokenMovement(user, person.tokens(), key, "Demo tokens to start with", null));
        }
        return user;
    }

    private record Person(String username, String firstName, String lastName, Role role, long tokens) {
        String email() {
            return username + "@ashlar.example";
        }

        Registration registration() {
            return Registration.of(email(), username, firstName, lastName, Actor.DEFAULT_PLATFORM);
        }
    }
}
